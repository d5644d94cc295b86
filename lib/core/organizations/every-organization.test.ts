import { afterEach, expect, it, vi } from "vitest";
import { log } from "../log";
import { forOrganizations } from "./every-organization";

afterEach(() => vi.restoreAllMocks());

const ids = Array.from({ length: 20 }, (_, place) => `organization-${place}`);

it("goes on with the others while one organization takes long", async () => {
  let finishSlow = () => {};
  const slow = new Promise<void>((resolve) => {
    finishSlow = resolve;
  });
  const visited: string[] = [];
  await forOrganizations(
    ids,
    "test",
    async ({ organizationId }) => {
      if (organizationId === ids[0]) await slow;
      visited.push(organizationId);
      if (visited.length === ids.length - 1) finishSlow();
    },
    4,
  );
  expect(visited.at(-1)).toBe(ids[0]);
  expect(new Set(visited)).toEqual(new Set(ids));
});

it("works on no more organizations at once than it may", async () => {
  let running = 0;
  let most = 0;
  const act = async () => {
    running++;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
  };
  await forOrganizations(ids, "test", act, 4);
  expect(most).toBe(4);
});

it("logs what failed for one organization and goes on with the next", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  const visited: string[] = [];
  await forOrganizations(ids, "test", async ({ organizationId }) => {
    if (organizationId === ids[1]) throw new Error("broken");
    visited.push(organizationId);
  });
  expect(visited).toHaveLength(ids.length - 1);
  expect(logged).toHaveBeenCalledOnce();
});
