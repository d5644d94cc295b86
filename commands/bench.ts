import path from "node:path";
import { sql } from "drizzle-orm";
import { fillOrganization, nationalUtility } from "../bench/big-organization";
import { measureChanges } from "../bench/measured-changes";
import { importedRows, measureImport } from "../bench/measured-import";
import { listMeasurements } from "../bench/measured-lists";
import { createDatabase } from "../db/client";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";
import type { Actor, Member } from "../lib/core/access/actor";
import { actorOf, createOrganization, ownerConnection } from "../testing/organization";
import { measureApi } from "./bench-api";
import { measurePages } from "./bench-pages";
import { keptSecrets, stateFolder } from "./configuration";
import { reportingFailure } from "./reporting-failure";

/** How many end-users the measured organization has; `npm run bench -- 10000` for another number, and
 * `npm run bench -- 1000000 pages` (`api` or `changes`) for one part alone. */
const endUsers = Number(process.argv[2] ?? nationalUtility.endUsers);
const scale = endUsers / nationalUtility.endUsers;
const smallTenants = 50;
const rounds = 60;
/** The name by which the big organization is found again. */
const mark = "Bench";

await reportingFailure(async () => {
  const folder = stateFolder("bench");
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"), { durable: false });
  try {
    const name = `bench_${endUsers}`;
    await ensureDatabase(server, name);
    const url = server.url(name);
    await migrateDatabase(url);
    Object.assign(process.env, {
      DATABASE_URL: url,
      WATTDESK_MODE: "development",
      LOG_LEVEL: "warn",
      ...keptSecrets(folder),
    });
    await measure(url, folder);
  } finally {
    await server.stop();
  }
});

async function measure(url: string, folder: string): Promise<void> {
  const owner = ownerConnection(url);
  const admin = actorOf(await findOrFill(owner));
  const { database } = await import("../lib/core/database");
  if (process.argv.includes("pages")) return measurePages(url, admin as Member, folder);
  if (process.argv.includes("api")) return measureApi(url, admin as Member, folder, owner);
  if (process.argv.includes("changes")) {
    await reportChanges(owner, admin);
    await database().close();
    return owner.client.end();
  }
  const width = 52;
  console.log(`| ${"".padEnd(width)} | p50 ms | p95 ms | goal |\n| --- | ---: | ---: | ---: |`);
  for (const { name, run, goal } of await listMeasurements(admin)) {
    const { p50, p95 } = await time(run);
    const verdict = goal === undefined ? "" : p95 <= goal ? `${goal}` : `**${goal}**`;
    console.log(`| ${name.padEnd(width)} | ${p50} | ${p95} | ${verdict} |`);
  }
  const { stored, checked, made } = await measureImport(owner.tables);
  console.log(
    `\nImport of ${importedRows.toLocaleString("en")} end-users: ${stored} s to take the file in, ${checked} s to check it, ${made} s to make the records.`,
  );
  await reportChanges(owner, admin);
  await measurePages(url, admin as Member, folder);
  await measureApi(url, admin as Member, folder, owner);
  await database().close();

  const bare = createDatabase(url, { connections: 1 });
  const { p50, p95 } = await time(() =>
    bare.read(admin.organizationId, (transaction) => transaction.execute(sql`select 1`)),
  );
  console.log(`| ${"An empty transaction, to compare".padEnd(width)} | ${p50} | ${p95} | |`);
  await bare.close();
  await owner.client.end();
}

async function reportChanges(owner: ReturnType<typeof ownerConnection>, admin: Actor) {
  const { taken, lot, page, silence, incidents } = await measureChanges(owner.tables, admin);
  console.log(
    `\n${taken.toLocaleString("en")} states in a minute: a lot of ${taken / 20} took ${lot.p50} ms (p95 ${lot.p95}); the device list at the same time ${page.p50} ms (p95 ${page.p95}). Looking for silent devices ${silence} ms, for incidents ${incidents} ms.`,
  );
}

/** The admin of the big organization, which is filled the first time and kept between runs. */
async function findOrFill(owner: ReturnType<typeof ownerConnection>) {
  const [kept] = await owner.client<{ organizationId: string; id: string; email: string }[]>`
    select u.organization_id as "organizationId", u.id, u.email from users u
    join organizations o on o.id = u.organization_id where o.name = ${mark} and u.role = 'admin'`;
  if (kept) return { ...kept, sessionId: kept.id, role: "admin" as const, name: mark };
  console.log(`Filling an organization with ${endUsers.toLocaleString("en")} end-users …`);
  for (let count = 0; count < smallTenants; count++) {
    const small = await createOrganization(owner.tables);
    await fillOrganization(owner.client, small.id, { endUsers: 400, buildings: 450, devices: 900 });
  }
  const big = await createOrganization(owner.tables);
  await fillOrganization(owner.client, big.id, {
    endUsers,
    buildings: Math.round(nationalUtility.buildings * scale),
    devices: Math.round(nationalUtility.devices * scale),
  });
  await owner.client`vacuum analyze`;
  await owner.client`update organizations set name = ${mark} where id = ${big.id}`;
  return big.admin;
}

async function time(run: () => Promise<unknown>) {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => Number((taken[Math.floor(taken.length * share)] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95) };
}
