/** Where the lists of records are. */
export const listPaths = { "end-user": "/users", building: "/buildings", device: "/devices" };
