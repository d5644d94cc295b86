/** What a server action answers a form. */
export type FormState = {
  status: "idle" | "invalid" | "refused" | "done";
  /** What was typed, without secrets, so that nothing is lost. */
  values?: Record<string, string>;
  /** Field names mapped to keys of the `problems` messages. */
  fields?: Record<string, string>;
  /** Why the whole was refused: a key of the `problems` messages. */
  problem?: string;
  /** The act is grave: the form asks for this proof of who acts, and is sent again with it. */
  asksIdentity?: "code" | "password";
  /** The person has a passkey that would do as well. */
  mayUsePasskey?: boolean;
  /** Another person saved first: the version that saving again would replace, and what differs from it. */
  savedVersion?: number;
  /** `typed` is there where the field was changed here too. */
  differences?: { field: string; saved: string; typed: string | undefined }[];
  result?: Record<string, string> | undefined;
};

export const idleForm: FormState = { status: "idle" };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
