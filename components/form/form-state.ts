type Kept = {
  /** What was typed, without secrets, so that nothing is lost. */
  values: Record<string, string>;
};

type Refused = Kept & {
  /** Why the whole was refused: a key of the `problems` messages. */
  problem: string;
};

/** `typed` is there where the field was changed here too. */
export type Difference = { field: string; saved: string; typed: string | undefined };

/** What a server action answers a form. */
export type FormState<Result = unknown> =
  | { status: "idle" }
  /** `fields` maps the names of those at fault to keys of the `problems` messages. */
  | (Kept & { status: "invalid"; fields: Record<string, string> })
  | (Refused & { status: "refused" })
  /** Another person saved first: the version that saving again would replace, and what differs from it. */
  | (Refused & { status: "conflict"; savedVersion: number; differences: Difference[] })
  /** The act is grave: the form asks for this proof of who acts, and is sent again with it. */
  | (Refused & {
      status: "identity";
      asksIdentity: "code" | "password";
      /** The person has a passkey that would do as well. */
      mayUsePasskey: boolean;
    })
  | { status: "done"; result: Result };

export const idleForm = { status: "idle" } as const satisfies FormState;

export type FormAction<Result> = (state: FormState, form: FormData) => Promise<FormState<Result>>;

/** What was typed in the try that the state answers. */
export const keptValues = (state: FormState): Record<string, string> =>
  "values" in state ? state.values : {};

export const problemOf = (state: FormState): string | undefined =>
  "problem" in state ? state.problem : undefined;

/** The fields at fault, with their problems. */
export const faultyFields = (state: FormState): Record<string, string> =>
  state.status === "invalid" ? state.fields : {};
