import type { Member } from "../../lib/core/access/actor";
import type { PartnerApi } from "../../sdk/src/index";
import { readSource, type SourceMember, type SourceRecord } from "./read-source";
import { type CustomerRows, toRows } from "./source-rows";

type Source = {
  api: PartnerApi;
  organizationId: string;
  /** The key by which later copies know the records of this one. */
  key: string;
  /** What the imports are called. */
  name: string;
};

export type CopyReport = {
  imports: { id: string; kind: string; rowCount: number }[];
  members: SourceMember[];
  /** End-users whose rows an earlier run has read. */
  skipped: number;
  devices: number;
};

/** End-users who are read at the same time, and whose rows are written together. */
const PARALLEL_CUSTOMERS = 4;
const BATCH_SIZE = 40;

/**
 * Reads an organization of another installation into imports that wait to be reviewed. A run that was broken off goes
 * on where it stopped.
 * @param onProgress is told how many end-users were read so far
 */
export async function copyOrganization(
  actor: Member,
  { api, organizationId, key, name }: Source,
  onProgress: (customers: number) => void,
): Promise<CopyReport> {
  const { startCopy, listCopiedEndUsers, addCopiedRows, finishCopy } = await import(
    "../../lib/operations/imports/write-copy"
  );
  const source = readSource(api, organizationId);
  await startCopy(actor, { source: key, name });
  const report: CopyReport = { imports: [], members: [], skipped: 0, devices: 0 };
  let customers = 0;
  let batch: SourceRecord[] = [];
  for await (const user of source.users()) {
    if (user.role !== "user") {
      report.members.push({ role: user.role, email: user.email });
      continue;
    }
    batch.push(user);
    if (batch.length === BATCH_SIZE) await copyBatch();
  }
  if (batch.length > 0) await copyBatch();
  report.imports = await finishCopy(actor, { source: key });
  return report;

  async function copyBatch(): Promise<void> {
    const known = new Set(
      await listCopiedEndUsers(actor, { source: key, sourceIds: batch.map(({ id }) => id) }),
    );
    const wanted = batch.filter(({ id }) => !known.has(id));
    const rows: CustomerRows = { "end-user": [], building: [], "energy-contract": [], device: [] };
    for (let first = 0; first < wanted.length; first += PARALLEL_CUSTOMERS) {
      const some = wanted.slice(first, first + PARALLEL_CUSTOMERS);
      for (const customer of await Promise.all(some.map(source.customer))) {
        if (!customer) continue;
        const made = toRows(customer);
        rows["end-user"].push(...made["end-user"]);
        rows.building.push(...made.building);
        rows["energy-contract"].push(...made["energy-contract"]);
        rows.device.push(...made.device);
      }
    }
    if (wanted.length > 0) await addCopiedRows(actor, { source: key, rows });
    report.skipped += known.size;
    report.devices += rows.device.length;
    customers += batch.length;
    batch = [];
    onProgress(customers);
  }
}
