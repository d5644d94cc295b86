import { openConnection } from "../db/open-connection";
import { environment } from "../lib/core/env";
import { reencryptSecrets } from "./reencrypt-secrets";
import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

/** Re-encrypts everything with ENCRYPTION_KEY; what ENCRYPTION_KEY_PREVIOUS encrypted needs both. */
await reportingFailure(() =>
  withDatabase(async () => {
    const { DATABASE_OWNER_URL, DATABASE_URL } = environment();
    const client = openConnection(DATABASE_OWNER_URL ?? DATABASE_URL, { max: 2 });
    try {
      console.log(`${await reencryptSecrets(client)} texts are encrypted with the new key.`);
    } finally {
      await client.end();
    }
  }),
);
