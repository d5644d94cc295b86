/** Pages whose path goes on with the token of a link. */
export const linkPaths = [
  "/invite/",
  "/connect/",
  "/accounts/reset-password/",
  "/accounts/confirm-address/",
];

const linkToken = new RegExp(`(${linkPaths.join("|")})[^/?\\s"']+`, "g");
const secretParameter = /([?&](?:token|secret|state|code|attempt)=)[^&\s"']+/g;

/** A path or a text without the tokens of links. */
export const redactPath = (text: string) =>
  text.replace(linkToken, "$1…").replace(secretParameter, "$1…");

/** The path of a request's address. Its query holds what people search for, names and addresses among it. */
export const redactAddress = (address: string) => redactPath(address.replace(/\?.*/s, ""));

type LoggedError = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: unknown;
};

/**
 * What the log keeps of an error: never a statement's parameters or PostgreSQL's detail, which hold what people typed.
 * The message of a failed statement names them after its first line, and a key's values in brackets.
 */
export function redactError(error: unknown): LoggedError | undefined {
  if (error === undefined || error === null) return undefined;
  if (!(error instanceof Error)) return { type: typeof error, message: "Not an error" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const message =
    code && valueCodes.test(code) ? databaseMessage(error) : redactText(error.message);
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message,
    ...(code && { code }),
    ...(frames && { stack: frames.map(redactPath).join("\n") }),
    ...(error.cause !== undefined && { cause: redactError(error.cause) }),
  };
}

/** PostgreSQL's classes of errors whose message may quote what a row holds: data, constraints, PL/pgSQL. */
const valueCodes = /^(22|23|44|P0)[0-9A-Z]{3}$/;

/** Where the drivers put names: pg, and postgres, which the owner's commands use. */
const nameFields = [
  ...["table", "column", "constraint"],
  ...["table_name", "column_name", "constraint_name"],
];

/** Which table and constraint refused, instead of a message that quotes values. */
function databaseMessage(error: Error): string {
  const names = nameFields.flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? [value] : [];
  });
  return ["refused by the database", ...names].join(" ");
}

export const redactText = (text: string) =>
  redactPath(text.replace(/\nparams: [\s\S]*$/, ""))
    .replace(/=\([^)]*\)/g, "=(…)")
    .replace(/(invalid input (?:syntax|value)[^:]*: )"[\s\S]*"/, "$1…");
