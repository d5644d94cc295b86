import { fork } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { inject } from "vitest";
import { apiClients, apiSecrets } from "../db/schema";
import { allScopes } from "../lib/core/access/scopes";
import { clientIdentifier, hashSecret } from "../lib/identity/api-credentials/api-secret";
import { templateName } from "./database-server";
import { createOrganization, ownerConnection } from "./organization";

const SECRET = "wd_live_of-the-source";

/**
 * A second installation: the Partner API of another database, served by a separate process.
 * @param suffix tells apart those that run at the same time
 */
export async function startSourcePortal(suffix = "first") {
  const name = `source_${suffix}_${process.env.VITEST_POOL_ID}`;
  const server = postgres(inject("serverUrl"), { max: 1, onnotice: () => {} });
  await server.unsafe(`drop database if exists ${name} with (force)`);
  await server.unsafe(`create database ${name} template ${templateName} strategy file_copy`);
  await server.end();
  const databaseUrl = inject("serverUrl").replace(/\/postgres$/, `/${name}`);
  const { client, tables } = ownerConnection(databaseUrl);
  const organization = await createOrganization(tables);
  const { id: organizationId, admin } = organization;
  const [created] = await tables
    .insert(apiClients)
    .values({
      organizationId,
      name: "Moving out",
      scopes: [...allScopes],
      ownerId: admin.id,
    })
    .returning();
  if (!created) throw new Error("The insert returned no row.");
  await tables.insert(apiSecrets).values({
    organizationId,
    clientId: created.id,
    secretHash: hashSecret(SECRET),
    prefix: SECRET.slice(0, 12),
    seenBy: admin.id,
  });
  const child = fork("testing/api-server.ts", {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
      DATABASE_URL: databaseUrl,
      API_CALLS_PER_MINUTE: "100000",
    },
  });
  const [url] = (await once(child, "message")) as [string];
  return {
    url,
    tables,
    organization,
    credentials: { clientId: clientIdentifier(created), clientSecret: SECRET },
    async stop() {
      child.kill();
      await once(child, "exit");
      await client.end();
    },
  };
}
