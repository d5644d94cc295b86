import { z } from "zod";
import { listProductionProblems } from "./production-requirements";

const isKeyOf32Bytes = (key: string) => Buffer.from(key, "base64").length === 32;

const schema = z.object({
  WATTDESK_MODE: z.enum(["demo", "development", "production"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Lets the database be reached over a network without TLS. */
  ALLOW_UNENCRYPTED_DATABASE: z.enum(["true", "false"]).default("false"),
  /** A login that may migrate and work the queue, where DATABASE_URL's may not. */
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** How many connections one process opens to the database at most. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  /** `false` behind a pooler that keeps no prepared statements: PgBouncer before 1.21 in transaction mode. */
  DATABASE_PREPARED_STATEMENTS: z
    .enum(["true", "false"])
    .default("true")
    .transform((prepared) => prepared === "true"),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default("http://localhost:3000")
    .transform((url) => new URL(url).origin),
  AUTH_SECRET: z.string().min(32),
  ENCRYPTION_KEY: z.string().refine(isKeyOf32Bytes, "needs 32 bytes in base64"),
  /** The previous key, while what it encrypted is being re-encrypted. */
  ENCRYPTION_KEY_PREVIOUS: z.string().refine(isKeyOf32Bytes, "needs 32 bytes in base64").optional(),
  /** Signs the heads of the audit log (Ed25519). */
  AUDIT_SIGNING_KEY: z.string().refine(isKeyOf32Bytes, "needs 32 bytes in base64"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The address to listen on; without it, all of them. */
  HOSTNAME_TO_BIND: z.string().min(1).optional(),
  /** How many processes answer; each keeps one core busy. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_WEBHOOK_SECRET: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).default("Wattdesk <no-reply@wattdesk.example>"),
  MAILBOX_DIRECTORY: z.string().min(1).default(".wattdesk/mailbox"),
  /** Who bills the organizations of this installation; without these, nobody does. */
  SELLER_NAME: z.string().min(1).optional(),
  /** Street and town, apart by semicolons. */
  SELLER_ADDRESS: z.string().min(1).optional(),
  SELLER_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  SELLER_VAT_ID: z.string().min(1).optional(),
  /** The seller's own VAT rate in percent. */
  SELLER_VAT_RATE: z.coerce.number().min(0).max(50).default(0),
  SELLER_IBAN: z.string().min(15).optional(),
  /** Lets webhooks and the audit stream go over plain http. */
  ALLOW_INSECURE_WEBHOOKS: z
    .enum(["true", "false"])
    .default("false")
    .transform((allowed) => allowed === "true"),
  /** Lets webhooks go to addresses inside the own network. For trying out only. */
  ALLOW_PRIVATE_WEBHOOKS: z
    .enum(["true", "false"])
    .default("false")
    .transform((allowed) => allowed === "true"),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Another address of Stripe's API, for a stand-in. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Whose devices are made to report as if they were there. */
  SIMULATED_ORGANIZATIONS: z.enum(["none", "sandboxes", "all"]).default("sandboxes"),
  /** Where the sandbox's manufacturers answer; without, there are none. */
  SANDBOX_MANUFACTURER_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  SANDBOX_MANUFACTURER_CLIENT_ID: z.string().min(1).optional(),
  SANDBOX_MANUFACTURER_CLIENT_SECRET: z.string().min(16).optional(),
  SANDBOX_MANUFACTURER_WEBHOOK_SECRET: z.string().min(16).optional(),
  /** Other addresses of Enode's API and login, for its sandbox or a stand-in. */
  ENODE_API_URL: z.url({ protocol: /^https?$/ }).default("https://enode-api.production.enode.io"),
  ENODE_LOGIN_URL: z.url({ protocol: /^https?$/ }).default("https://oauth.production.enode.io"),
  /** Where day-ahead prices come from; without, savings are not known outside sandboxes. */
  DAY_AHEAD_PRICES: z.enum(["none", "energy-charts", "simulated"]).default("none"),
  ENERGY_CHARTS_URL: z.url({ protocol: /^https?$/ }).default("https://api.energy-charts.info"),
  /** How often a client or token may call the Partner API in a minute. */
  /** Whose API clients get tokens at the portal's own host; at its own host, each organization's do. */
  API_ENVIRONMENT: z.enum(["all", "production", "sandbox"]).default("all"),
  API_CALLS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

/** Old names of variables, accepted for one release. */
const renamedVariables = { ENCRYPTION_KEY_BEFORE: "ENCRYPTION_KEY_PREVIOUS" } as const;

/** @returns a line for each variable that is set by an old name */
export function listRenamedVariables(variables: Record<string, string | undefined>): string[] {
  return Object.entries(renamedVariables)
    .filter(([oldName]) => variables[oldName])
    .map(([oldName, name]) => `${oldName} is called ${name}; the next release drops the old name`);
}

function withNewNames(variables: Record<string, string>): Record<string, string> {
  const renamed = Object.entries(renamedVariables).flatMap(([oldName, name]) =>
    variables[oldName] ? [[name, variables[oldName]]] : [],
  );
  return { ...Object.fromEntries(renamed), ...variables };
}

export type Environment = z.infer<typeof schema>;

/**
 * Reads the configuration.
 * @throws Error whose message is one line that names every missing or wrong variable
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = withNewNames(
    Object.fromEntries(
      Object.entries(variables).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
      ),
    ),
  );
  const parsed = schema.safeParse(present);
  const malformed = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return present[name] === undefined
      ? `${name} is missing`
      : `${name} is wrong (${issue.message})`;
  });
  const mode = present.WATTDESK_MODE;
  const isTrial = mode === "demo" || mode === "development";
  const problems = [...malformed, ...(isTrial ? [] : listProductionProblems(present))];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new Error(`Wattdesk cannot start: ${problems.join("; ")}.`);
}

let parsed: Environment | undefined;

/** The configuration, parsed once per process. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}
