import { rmSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { createDatabase } from "../db/client";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";
import { actorOf, createOrganization, ownerConnection } from "../testing/organization";
import { keptSecrets, stateFolder } from "./configuration";
import { reportingFailure } from "./reporting-failure";

/** How many end-users the measured organization has; `npm run bench -- 1000000` for another number. */
const endUsers = Number(process.argv[2] ?? 200_000);
const rounds = 50;

await reportingFailure(async () => {
  const folder = stateFolder("bench");
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"), { durable: false });
  try {
    await ensureDatabase(server, "bench");
    const url = server.url("bench");
    await migrateDatabase(url);
    Object.assign(process.env, {
      DATABASE_URL: url,
      WATTDESK_MODE: "development",
      ...keptSecrets(folder),
    });
    await measure(url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function measure(url: string): Promise<void> {
  const owner = ownerConnection(url);
  const organization = await createOrganization(owner.tables);
  console.log(`Filling an organization with ${endUsers} end-users and as many devices …`);
  await fill(owner.client, organization.id);
  const { listEndUsers } = await import("../lib/end-users/list-end-users");
  const { listDevices } = await import("../lib/devices/list-devices");
  const { getEndUser } = await import("../lib/end-users/get-end-user");
  const { getDashboard } = await import("../lib/dashboard/get-dashboard");
  const { database } = await import("../lib/database");
  const admin = actorOf(organization.admin);
  const far = await farCursor(() => listEndUsers(admin, { sort: "name", direction: "desc" }));

  await time("one end-user", () => getEndUser(admin, { id: organization.endUser.id }));
  await time("end-users, first page", () => listEndUsers(admin, {}));
  await time("end-users by name, far end", () =>
    listEndUsers(admin, { sort: "name", cursor: far }),
  );
  await time("end-users, rare word", () =>
    listEndUsers(admin, { search: `M-${100_000 + endUsers - 7}` }),
  );
  await time("end-users, frequent word", () => listEndUsers(admin, { search: "gruber" }));
  await time("devices, first page", () => listDevices(admin, {}));
  await time("devices, disconnected", () => listDevices(admin, { connection: "disconnected" }));
  await time("dashboard", () => getDashboard(admin, {}));
  await database().close();

  const bare = createDatabase(url, { connections: 1 });
  await time("an empty transaction, to compare", () =>
    bare.read(organization.id, (transaction) => transaction.execute(sql`select 1`)),
  );
  await bare.close();
  await owner.client.end();
}

type Client = ReturnType<typeof ownerConnection>["client"];

async function fill(client: Client, organizationId: string): Promise<void> {
  await client`
    insert into users (organization_id, id, role, status, email, first_name, last_name, external_user_id, country, town, created_at)
    select ${organizationId}, gen_random_uuid(), 'user', 'active', 'mass' || n || '@home.example',
      (array['Anna', 'Lukas', 'Marie', 'Jakob', 'Zoë'])[1 + n % 5],
      (array['Gruber', 'Huber', 'Müller', 'Weiß', 'Schröder', 'Nowak', 'Rossi'])[1 + n % 7],
      'M-' || (100000 + n), (array['AT', 'DE'])[1 + n % 2], 'Linz', now() - make_interval(secs => n)
    from generate_series(1, ${endUsers}::int) n`;
  await client`
    insert into devices (organization_id, id, user_id, kind, manufacturer, model, is_authenticated, lifecycle_state, disconnected_since, created_at, current_state_last_updated_at)
    select organization_id, gen_random_uuid(), id, 'heat_pump', 'Nibe', 'S2125-8', n % 12 <> 0,
      case when n % 12 = 0 then 'disconnected' else 'authenticated' end,
      case when n % 12 = 0 then created_at end, created_at, created_at
    from (select *, row_number() over () as n from users where organization_id = ${organizationId} and role = 'user') u`;
  await client`vacuum analyze`;
}

async function farCursor(read: () => Promise<{ next?: string | undefined }>): Promise<string> {
  const { next } = await read();
  if (!next) throw new Error("The list has one page only.");
  return next;
}

async function time(name: string, run: () => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) =>
    (taken[Math.floor(taken.length * share)] ?? 0).toFixed(1).padStart(8);
  console.log(`${name.padEnd(36)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}
