import { expect, it } from "vitest";
import { operations } from "../operations";
import { tools } from "./tools";

const listed = [...tools.values()].map((tool) => tool.listed);

it("offers every operation that reads JSON, and no export", () => {
  const reads = operations.filter(({ method }) => method === "get").map(({ id }) => id);
  const offered = listed.filter(({ annotations }) => annotations?.readOnlyHint);
  expect(reads.filter((id) => !tools.has(id))).toEqual(["exportUsers", "exportDevices"]);
  expect(offered).toHaveLength(reads.length - 2);
});

it("writes with nothing that deletes, creates or invites", () => {
  const methods = listed
    .filter(({ annotations }) => !annotations?.readOnlyHint)
    .map(({ name }) => tools.get(name)?.operation.method);
  expect([...new Set(methods)]).toEqual(["put"]);
});

it("has clients ask before a write that replaces values, and of no write that repeats", () => {
  const hints = (name: string) => tools.get(name)?.listed.annotations;
  const write = { readOnlyHint: false, idempotentHint: true };
  expect(hints("updateUser")).toEqual({ ...write, destructiveHint: true });
  expect(hints("updateHeatPump")).toEqual({ ...write, destructiveHint: false });
  expect(hints("getUser")).toEqual({
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
  });
});

it("names each argument once, though paths, queries and bodies are put together", () => {
  for (const { params, query, body, listed: tool } of tools.values()) {
    const names = [...params, ...query, ...body];
    expect([tool.name, names.length]).toEqual([tool.name, new Set(names).size]);
    expect(Object.keys(tool.inputSchema.properties ?? {}).sort()).toEqual(names.sort());
    expect(names).not.toContain("org_id");
  }
});

it("limits the records of every list", () => {
  const lists = listed.filter(({ name }) => name.startsWith("list") && name !== "listWebhooks");
  expect(lists.length).toBeGreaterThan(9);
  for (const { name, inputSchema } of lists) {
    const limit = { type: "integer", minimum: 1, maximum: 100, default: 25 };
    expect([name, inputSchema.properties?.limit]).toEqual([name, expect.objectContaining(limit)]);
  }
});

it("describes arguments in full, and in few enough words for an assistant", () => {
  const text = JSON.stringify(listed);
  expect(text).not.toContain("$ref");
  expect(text.length).toBeLessThan(50_000);
  expect(tools.get("updateHeatPump")?.listed.title).toBe(
    "Pause or resume the optimisation of a customer's heat pump",
  );
  expect(tools.get("getHeatPump")?.listed).toMatchObject({
    title: "Read a heat pump",
    description: "Heat pumps: Read a heat pump.",
    inputSchema: {
      properties: { user_id: { type: "string", format: "uuid" }, heat_pump_id: {} },
      required: ["user_id", "heat_pump_id"],
      additionalProperties: false,
    },
  });
});
