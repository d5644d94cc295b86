import "server-only";
import { asc, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { buildings, devices, energyContracts, users } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { pick } from "@/lib/core/records/object-fields";
import { toBuildingName } from "@/lib/customers/buildings/building-name";
import { lockContractPeriods } from "@/lib/customers/energy-contracts/contract-overlap";
import { makeDevices, type NewDevice } from "@/lib/devices/devices/make-devices";
import { queueDeviceCommand } from "@/lib/devices/devices/queue-device-command";
import type { Import } from "./find-import";
import type { ImportableRow, ImportedRows } from "./imported-rows";
import { changedValues } from "./match-row";
import { matchRows, noneSeen, type OwnedKind, type OwnedMatch } from "./match-rows";

type OwnedImport = Import & { kind: OwnedKind };

export const isOfOwned = (found: Import): found is OwnedImport => found.kind !== "end-user";

/** Makes and changes the buildings, contracts or devices of some rows. What rows are about is looked up again. */
export async function makeOwnedRecords(
  transaction: Transaction,
  found: OwnedImport,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  const living = await lockOwners(transaction, rows);
  if (found.kind === "energy-contract") {
    await lockContractPeriods(transaction, found.organizationId);
  }
  const owned = rows.filter(({ ownerId }) => living.has(ownerId ?? ""));
  const matches = await matchRows(transaction, found, owned, noneSeen());
  const refused = matches.flatMap(({ line, problems }) => (problems ? [{ line, problems }] : []));
  const possible = matches.filter(({ problems }) => problems === null);
  const created = await create(transaction, found, possible);
  const changed = await change(transaction, found, possible);
  return {
    lines: possible.map(({ line }) => line),
    audit: [...created.audit, ...changed.audit],
    changes: [...created.changes, ...changed.changes],
    records: [...created.records, ...changed.records],
    refused,
  };
}

type Written = Pick<ImportedRows, "audit" | "changes" | "records">;

async function create(
  transaction: Transaction,
  { kind, organizationId, id: importId }: OwnedImport,
  matches: OwnedMatch[],
): Promise<Written> {
  const made = matches
    .filter(({ existing }) => existing === undefined)
    .map(({ line, userId, values }) => ({
      line,
      record: {
        ...values,
        ...defaultsOf(kind, values),
        organizationId,
        id: uuidv7(),
        userId,
      },
    }));
  const records = made.map(({ record }) => record);
  if (records.length > 0) await insert[kind](transaction, records);
  return {
    audit: records.map((record) => ({
      action: `${kind}.created`,
      target: { type: kind, id: record.id, name: nameOf[kind](record) },
      changes: { import: { before: null, after: importId } },
    })),
    records: made.map(({ line, record: { id, userId } }) => ({ line, recordId: id, userId })),
    changes: records.map(({ id, userId }) => ({ recordId: id, userId, version: 1, before: null })),
  };
}

async function change(
  transaction: Transaction,
  { kind, id: importId }: OwnedImport,
  matches: OwnedMatch[],
): Promise<Written> {
  const differing = matches.flatMap(({ userId, existing, values }) => {
    const given = existing ? changedValues(existing, values) : {};
    return existing && Object.keys(given).length > 0 ? [{ userId, existing, given }] : [];
  });
  const records = matches.flatMap(({ line, userId, existing }) =>
    existing ? [{ line, recordId: existing.id, userId }] : [],
  );
  if (differing.length === 0) return { audit: [], changes: [], records };
  const updatedAt = now();
  const updates = differing.map(({ existing, given }) => ({
    ...given,
    id: existing.id,
    version: existing.version + 1,
    updatedAt,
  }));
  await transaction.execute(updateMany(tableOf[kind], "id", updates));
  if (kind === "device") {
    for (const { existing, given } of differing) {
      const { isSmartOptimizationActive } = given;
      if (isSmartOptimizationActive === undefined) continue;
      const device = existing as unknown as typeof devices.$inferSelect;
      await queueDeviceCommand(transaction, device, { isSmartOptimizationActive });
    }
  }
  return {
    audit: differing.map(({ existing, given }) => ({
      action: `${kind}.updated`,
      target: { type: kind, id: existing.id, name: nameOf[kind]({ ...existing, ...given }) },
      changes: {
        ...changesBetween(existing, given),
        import: { before: null, after: importId },
      },
    })),
    records,
    changes: differing.map(({ userId, existing, given }) => ({
      recordId: existing.id,
      userId,
      version: existing.version + 1,
      before: pick(existing, Object.keys(given)),
    })),
  };
}

export const tableOf = {
  building: buildings,
  "energy-contract": energyContracts,
  device: devices,
} as const;

const insert: Record<OwnedKind, (transaction: Transaction, records: object[]) => Promise<unknown>> =
  {
    building: (transaction, records) =>
      transaction.execute(insertMany(buildings, records as (typeof buildings.$inferInsert)[])),
    "energy-contract": (transaction, records) =>
      transaction.execute(
        insertMany(energyContracts, records as (typeof energyContracts.$inferInsert)[]),
      ),
    device: (transaction, records) => makeDevices(transaction, records as NewDevice[]),
  };

type Values = Record<string, unknown>;

const deviceFlags = [
  "isSmartOptimizationActive",
  "isTradingEnabled",
  "isForecastingEnabled",
  "isInverterForcedModeEnabled",
];

/** What a new record holds where its row says nothing. */
const defaultsOf = (kind: OwnedKind, values: Values): Values =>
  ({
    building: { photovoltaic: values.photovoltaic ?? false },
    "energy-contract": {},
    device: Object.fromEntries(deviceFlags.map((flag) => [flag, values[flag] ?? false])),
  })[kind];

const nameOf: Record<OwnedKind, (record: Values) => string | undefined> = {
  building: (record) => toBuildingName(record),
  "energy-contract": ({ supplier }) => (supplier ? String(supplier) : undefined),
  device: ({ manufacturer, model }) => `${manufacturer} ${model}`,
};

/** The end-users of some rows who are still there; nobody adds buildings to them until the transaction ends. */
async function lockOwners(transaction: Transaction, rows: ImportableRow[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ ownerId }) => ownerId ?? []))];
  const found = await transaction
    .select({ id: users.id, deletedAt: users.deletedAt })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(asc(users.id))
    .for("no key update");
  return new Set(found.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
}
