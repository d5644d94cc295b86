import { expect, it } from "vitest";
import { Forbidden } from "../errors";
import { requireActorId, systemActor } from "./actor";

it("refuses the records of its own to a job, which has none", () => {
  expect(() => requireActorId(systemActor("organization", "request"))).toThrow(Forbidden);
});
