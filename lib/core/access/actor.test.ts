import { expect, it } from "vitest";
import { Forbidden } from "../errors";
import { requireActorId, systemActor } from "./actor";

it("refuses own records to a job, which owns none", () => {
  expect(() => requireActorId(systemActor("organization", "request"))).toThrow(Forbidden);
});
