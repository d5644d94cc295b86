import "server-only";
import type { Actor } from "@/lib/core/access/actor";
import { personName } from "@/lib/core/people/person-name";
import { listBuildings } from "@/lib/customers/buildings/list-buildings";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { listDevices } from "@/lib/devices/devices/list-devices";
import { findRecord } from "@/lib/support/search/find-record";

export type FoundCustomer = {
  id: string;
  name: string;
  detail: string | null;
  /** What of them fits the words: themselves, a device, a building. */
  match: { kind: "person" | "device" | "building"; name: string };
};

const most = 12;

/**
 * The customers that somebody on the phone may be, by what they say: name, address, number, serial number.
 * Those whom the words are about come first, then owners of devices and of buildings.
 */
export async function findCustomers(actor: Actor, words: string): Promise<FoundCustomer[]> {
  const search = words.trim().slice(0, 100);
  if (search.length < 2) return [];
  const [record, people, devices, buildings] = await Promise.all([
    findRecord(actor, { term: search }),
    listEndUsers(actor, { search }),
    listDevices(actor, { search }),
    listBuildings(actor, { search }),
  ]);
  const found: FoundCustomer[] = [
    ...people.rows.map((row) => ({
      id: row.id,
      name: personName(row),
      detail: row.email,
      match: { kind: "person" as const, name: "" },
    })),
    ...devices.rows.map((row) => ({
      id: row.owner.id,
      name: row.owner.name,
      detail: null,
      match: { kind: "device" as const, name: `${row.manufacturer} ${row.model}` },
    })),
    ...buildings.rows.map((row) => ({
      id: row.owner.id,
      name: row.owner.name,
      detail: null,
      match: { kind: "building" as const, name: row.name },
    })),
  ];
  const isExact = (customer: FoundCustomer) =>
    record?.type === "end-user" && customer.id === record.id;
  const seen = new Set<string>();
  return [...found.filter(isExact), ...found]
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, most);
}
