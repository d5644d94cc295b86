import type { TestOrganization } from "../testing/organization";
import type { Guarded } from "./guarded-pages";

const customerName = (organization: TestOrganization) => organization.otherEndUser.name;

/** The pages about end-users, their buildings, contracts and devices. */
export const guardedCustomerPages: Record<string, Guarded> = {
  "/(portal)/dashboard/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: () => "/dashboard",
    secret: customerName,
  },
  "/(portal)/users/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: () => "/users",
    secret: customerName,
  },
  "/(portal)/users/new/page": {
    audience: "team",
    needs: [["create", "end-user"]],
    path: () => "/users/new",
    secret: () => "A name, a company or an e-mail address is enough",
  },
  "/(portal)/users/[id]/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: ({ otherEndUser }) => `/users/${otherEndUser.id}`,
    secret: ({ otherEndUser }) => otherEndUser.email,
    isOfRecord: true,
  },
  "/(portal)/users/[id]/personal-data/route": {
    audience: "team",
    needs: [["read", "note"]],
    path: ({ endUser }) => `/users/${endUser.id}/personal-data`,
    secret: ({ endUser }) => endUser.email,
    isOfRecord: true,
  },
  "/(portal)/users/[id]/edit/page": {
    audience: "team",
    needs: [["update", "end-user"]],
    path: ({ otherEndUser }) => `/users/${otherEndUser.id}/edit`,
    secret: ({ otherEndUser }) => otherEndUser.email,
    isOfRecord: true,
  },
  "/(portal)/devices/page": {
    audience: "team",
    needs: [["read", "device"]],
    path: () => "/devices",
    secret: ({ deviceId }) => deviceId,
  },
  "/(portal)/devices/[id]/page": {
    audience: "team",
    needs: [["read", "device"]],
    path: ({ deviceId }) => `/devices/${deviceId}`,
    secret: ({ mark }) => `Home ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/devices/[id]/readings/page": {
    audience: "team",
    needs: [["read", "device"]],
    path: ({ deviceId }) => `/devices/${deviceId}/readings`,
    secret: ({ mark }) => `Home ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/devices/[id]/readings/export/route": {
    audience: "team",
    needs: [["read", "device"]],
    path: ({ deviceId }) => `/devices/${deviceId}/readings/export`,
    secret: () => "measuredAt",
    isOfRecord: true,
  },
  "/(portal)/users/export/route": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: () => "/users/export",
    secret: ({ otherEndUser }) => otherEndUser.email,
  },
  "/(portal)/buildings/export/route": {
    audience: "team",
    needs: [["read", "building"]],
    path: () => "/buildings/export",
    secret: ({ mark }) => `Home ${mark}`,
  },
  "/(portal)/devices/export/route": {
    audience: "team",
    needs: [["read", "device"]],
    path: () => "/devices/export",
    secret: ({ deviceId }) => deviceId,
  },
  "/(portal)/buildings/page": {
    audience: "team",
    needs: [["read", "building"]],
    path: () => "/buildings",
    secret: ({ mark }) => `Home ${mark}`,
  },
  "/(portal)/buildings/new/page": {
    audience: "team",
    needs: [["create", "building"]],
    path: ({ otherEndUser }) => `/buildings/new?user=${otherEndUser.id}`,
    secret: customerName,
    isOfRecord: true,
  },
  "/(portal)/buildings/[id]/page": {
    audience: "team",
    needs: [["read", "building"]],
    path: ({ buildingId }) => `/buildings/${buildingId}`,
    secret: ({ mark }) => `Alpenstrom ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/buildings/[id]/edit/page": {
    audience: "team",
    needs: [["update", "building"]],
    path: ({ buildingId }) => `/buildings/${buildingId}/edit`,
    secret: ({ mark }) => `Home ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/bulk-actions/page": {
    audience: "team",
    needs: [
      ["read", "end-user"],
      ["read", "device"],
    ],
    path: () => "/bulk-actions",
    secret: ({ mark }) => `Tag ${mark}`,
  },
  "/(portal)/bulk-actions/[id]/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: ({ deviceId }) => `/bulk-actions/${deviceId}`,
    secret: ({ mark }) => `Tag ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/search/route": {
    audience: "team",
    needs: [
      ["read", "end-user"],
      ["read", "device"],
      ["read", "staff"],
    ],
    path: ({ mark }) => `/search?term=other-${mark}`,
    secret: ({ otherEndUser }) => otherEndUser.email,
  },
  "/(portal)/imports/page": {
    audience: "team",
    needs: [["create", "end-user"]],
    path: () => "/imports",
    secret: ({ mark }) => `list-${mark}.csv`,
  },
  "/(portal)/imports/new/page": {
    audience: "team",
    needs: [["create", "end-user"]],
    path: () => "/imports/new",
    secret: () => "As exports write them",
  },
  "/(portal)/imports/[id]/page": {
    audience: "team",
    needs: [["create", "end-user"]],
    path: ({ deviceId }) => `/imports/${deviceId}`,
    secret: ({ mark }) => `list-${mark}.csv`,
    isOfRecord: true,
  },
  "/(portal)/energy-contracts/new/page": {
    audience: "team",
    needs: [["create", "energy-contract"]],
    path: ({ otherEndUser }) => `/energy-contracts/new?user=${otherEndUser.id}`,
    secret: customerName,
    isOfRecord: true,
  },
  "/(portal)/energy-contracts/[id]/edit/page": {
    audience: "team",
    needs: [["update", "energy-contract"]],
    path: ({ contractId }) => `/energy-contracts/${contractId}/edit`,
    secret: ({ mark }) => `Alpenstrom ${mark}`,
    isOfRecord: true,
  },
};
