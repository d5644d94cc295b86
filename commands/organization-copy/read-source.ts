import { eachRecord, type Page, type PartnerApi, PartnerApiError } from "../../sdk/src/index";

/** A record as the other side sends it; members that only Wattdesk has may be missing. */
export type SourceRecord = Record<string, unknown> & { id: string };

export type SourceDevice = { kind: string; record: SourceRecord };

/** An end-user with everything that belongs to them. */
export type SourceCustomer = {
  user: SourceRecord;
  buildings: SourceRecord[];
  contracts: SourceRecord[];
  devices: SourceDevice[];
};

export type SourceMember = { role: string; email: string | null };

type Listed = Promise<{ data: SourceRecord[]; response: Response }>;
type ListOfUser = (path: { org_id: string; user_id: string }, query: Page) => Listed;

/** The collections of devices, those that other services document first. */
const deviceLists = (api: PartnerApi): Record<string, ListOfUser> => ({
  heat_pump: (path, query) =>
    api.GET("/org/{org_id}/users/{user_id}/heat-pumps", { params: { path, query } }),
  electric_vehicle: (path, query) =>
    api.GET("/org/{org_id}/users/{user_id}/electric-vehicles", { params: { path, query } }),
  solar_inverter: (path, query) =>
    api.GET("/org/{org_id}/users/{user_id}/inverters", { params: { path, query } }),
  wallbox: (path, query) =>
    api.GET("/org/{org_id}/users/{user_id}/wallboxes", { params: { path, query } }),
  home_battery: (path, query) =>
    api.GET("/org/{org_id}/users/{user_id}/home-batteries", { params: { path, query } }),
  smart_meter: (path, query) =>
    api.GET("/org/{org_id}/users/{user_id}/smart-meters", { params: { path, query } }),
});

/** What only Wattdesk has: another service answers 404. */
const wattdeskKinds = new Set(["home_battery", "smart_meter"]);

/** Reads an organization through the Partner API, with one page in memory at a time. */
export function readSource(api: PartnerApi, org_id: string) {
  const lists = deviceLists(api);
  return {
    /** Everybody of the organization, the team included. */
    users: () =>
      eachRecord((query) =>
        api.GET("/org/{org_id}/users", { params: { path: { org_id }, query } }),
      ),

    /** What belongs to an end-user, or undefined when they have been deleted since. */
    async customer(user: SourceRecord): Promise<SourceCustomer | undefined> {
      const path = { org_id, user_id: user.id };
      try {
        const buildings = await all((query) =>
          api.GET("/org/{org_id}/users/{user_id}/buildings", { params: { path, query } }),
        );
        const contracts = await all((query) =>
          api.GET("/org/{org_id}/users/{user_id}/energy-contracts", { params: { path, query } }),
        );
        return { user, buildings, contracts, devices: await devicesOf(path) };
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  };

  async function devicesOf(path: { org_id: string; user_id: string }): Promise<SourceDevice[]> {
    const devices: SourceDevice[] = [];
    for (const [kind, list] of Object.entries(lists)) {
      try {
        const records = await all((query) => list(path, query));
        devices.push(...records.map((record) => ({ kind, record })));
      } catch (error) {
        if (!wattdeskKinds.has(kind) || !isNotFound(error)) throw error;
        delete lists[kind];
      }
    }
    return devices;
  }
}

async function all(getPage: (page: Page) => Listed): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  for await (const record of eachRecord(getPage)) records.push(record);
  return records;
}

const isNotFound = (error: unknown) => error instanceof PartnerApiError && error.status === 404;
