import { z } from "zod";

/** The configuration of the sandbox manufacturer. */
export const configuration = z
  .object({
    PORT: z.coerce.number().int(),
    /** Keeps accounts and grants in this file; without, they end with the process. */
    SANDBOX_MANUFACTURER_STATE: z.string().min(1).optional(),
    SANDBOX_MANUFACTURER_CLIENT_ID: z.string().min(1),
    SANDBOX_MANUFACTURER_CLIENT_SECRET: z.string().min(16),
    /** Signs what is told to the client, `whsec_…`. */
    SANDBOX_MANUFACTURER_WEBHOOK_SECRET: z.string().min(16),
    /** The only address that a login leads back to. */
    SANDBOX_MANUFACTURER_REDIRECT_URI: z.url(),
  })
  .parse(process.env);
