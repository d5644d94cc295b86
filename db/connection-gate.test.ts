import { describe, expect, it } from "vitest";
import { createConnectionGate } from "./connection-gate";
import type { GateRefusal } from "./gate";

const work = (organizationId: string, caller?: string, isWrite = false) => ({
  organizationId,
  caller,
  isWrite,
});

const settled = async (promise: Promise<unknown>) => {
  const pending = Symbol("pending");
  const winner = await Promise.race([promise, new Promise((r) => setTimeout(r, 5, pending))]);
  return winner !== pending;
};

describe("connection gate", () => {
  it("lets waiting work in when a connection is given back, in order of arrival", async () => {
    const gate = createConnectionGate({ connections: 1, waitMs: 1000 });
    const leave = await gate.enter(work("a"));
    const order: string[] = [];
    const enterAs = async (name: string) => {
      const next = await gate.enter(work(name));
      order.push(name);
      next();
    };
    const entries = [enterAs("first"), enterAs("second")];
    leave();
    await Promise.all(entries);
    expect(order).toEqual(["first", "second"]);
  });

  it("refuses work that waited too long", async () => {
    const gate = createConnectionGate({ connections: 1, waitMs: 10 });
    await gate.enter(work("a"));
    await expect(gate.enter(work("a"))).rejects.toMatchObject({ reason: "timeout" });
    expect(gate.waitingCount).toBe(0);
  });

  it("drops waiting work whose client has left", async () => {
    const gate = createConnectionGate({ connections: 1, waitMs: 1000 });
    await gate.enter(work("a"));
    const client = new AbortController();
    const waiting = gate.enter(work("a"), client.signal);
    client.abort();
    await expect(waiting).rejects.toMatchObject({ reason: "aborted" });
    expect(gate.waitingCount).toBe(0);
  });

  it("has one caller's third write wait while its reads and others' writes go on", async () => {
    const gate = createConnectionGate({ connections: 10, waitMs: 1000 });
    const leave = await gate.enter(work("a", "person", true));
    await gate.enter(work("a", "person", true));
    const third = gate.enter(work("a", "person", true));
    expect(await settled(third)).toBe(false);
    expect(await settled(gate.enter(work("a", "person")))).toBe(true);
    expect(await settled(gate.enter(work("a", "other", true)))).toBe(true);
    leave();
    expect(await settled(third)).toBe(true);
  });

  it("keeps connections for other organizations when one takes all it can", async () => {
    const gate = createConnectionGate({ connections: 10, waitMs: 1000 });
    const taken = Array.from({ length: 30 }, (_, index) => gate.enter(work("a", `p${index}`)));
    taken.forEach((entry) => void entry.catch((_: GateRefusal) => {}));
    expect(gate.waitingCount).toBe(22);
    expect(await settled(gate.enter(work("b", "q")))).toBe(true);
  });

  it("refuses at once when too many wait", async () => {
    const gate = createConnectionGate({ connections: 1, waitMs: 50 });
    const entries = Array.from({ length: 600 }, () => gate.enter(work("")));
    const outcomes = await Promise.allSettled(entries);
    const reasons = outcomes.map((o) => (o.status === "rejected" ? o.reason.reason : "in"));
    expect(reasons.filter((reason) => reason === "full")).toHaveLength(99);
  });

  it("gives a turn back once only", async () => {
    const gate = createConnectionGate({ connections: 1, waitMs: 20 });
    const leave = await gate.enter(work("a"));
    leave();
    leave();
    await gate.enter(work("a"));
    await expect(gate.enter(work("a"))).rejects.toMatchObject({ reason: "timeout" });
  });
});
