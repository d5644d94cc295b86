import { afterAll, beforeEach, expect, it } from "vitest";
import { deleteBuilding } from "@/lib/customers/buildings/write-building";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { moveBuilding } from "@/lib/devices/moves/move-building";
import { deleteEndUser } from "@/lib/support/personal-data/delete-end-user";
import { eraseEndUser } from "@/lib/support/personal-data/erase-end-user";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addWebhook } from "@/testing/records/webhooks";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const admin = () => actorOf(organization.admin);

/**
 * Runs a command while another transaction holds a row, and once the command waits for it, has that transaction lock a
 * second row: it fails at once where the command holds that one already.
 */
async function runBeside(
  holding: (transaction: typeof client) => PromiseLike<unknown>,
  command: () => Promise<unknown>,
  locking: (transaction: typeof client) => PromiseLike<unknown>,
): Promise<void> {
  let done: Promise<unknown> | undefined;
  await client.begin(async (transaction) => {
    const held = transaction as unknown as typeof client;
    await holding(held);
    done = command();
    await waitForBlocked();
    await locking(held);
  });
  await done;
}

async function waitForBlocked(): Promise<void> {
  await expect
    .poll(async () => {
      const blocked = await client`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return blocked.length;
    })
    .toBeGreaterThan(0);
}

const commands: Record<string, () => Promise<unknown>> = {
  deleteBuilding: () => deleteBuilding(admin(), { id: organization.buildingId }),
  deleteEndUser: () =>
    deleteEndUser(admin(), {
      id: organization.endUser.id,
      confirmation: organization.endUser.email,
    }),
  eraseEndUser: () =>
    eraseEndUser(admin(), {
      id: organization.endUser.id,
      confirmation: organization.endUser.email,
    }),
  moveBuilding: () =>
    moveBuilding(admin(), {
      id: organization.buildingId,
      newOwner: organization.otherEndUser.id,
      withVehicles: false,
    }),
};

it.each(Object.keys(commands))(
  "%s locks devices before their owner and building, as changes of a device do",
  async (name) => {
    const { deviceId, buildingId, endUser } = organization;
    await runBeside(
      (held) => held`select 1 from devices where id = ${deviceId} for no key update`,
      () => commands[name]?.() ?? Promise.reject(new Error(name)),
      async (held) => {
        await held`select 1 from users where id = ${endUser.id} for no key update nowait`;
        await held`select 1 from buildings where id = ${buildingId} for no key update nowait`;
      },
    );
  },
);

it("a message to a webhook that is being deleted waits before the audit log is locked", async () => {
  const { id } = await addWebhook(organization, tables);
  await createEndUser(admin(), { email: `ada-${organization.mark}@home.example` });
  await runBeside(
    (held) => held`delete from webhooks where id = ${id}`,
    () => createEndUser(admin(), { email: `eva-${organization.mark}@home.example` }),
    (held) =>
      held`select 1 from audit_heads where organization_id = ${organization.id} for update nowait`,
  );
});
