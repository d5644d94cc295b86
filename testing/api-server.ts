import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { partnerApi } from "../partner-api/app";

// The Partner API of the database of the environment, on any free port.
serve({ fetch: partnerApi().fetch, port: 0 }, ({ port }: AddressInfo) => {
  process.send?.(`http://localhost:${port}`);
});
