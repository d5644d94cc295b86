import { afterAll, expect, it } from "vitest";
import { ownerConnection } from "@/testing/organization";
import { deleteExpiredLimits } from "./rate-limits";

const { client } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

it("deletes expired counters and keeps those that still count", async () => {
  await client`
    insert into rate_limits (key, points, expire)
    select 'over:' || n, 1, now() - interval '1 minute' from generate_series(1, 3) n
    union all select 'running', 1, now() + interval '1 minute'`;
  expect(await deleteExpiredLimits(2)).toBe(2);
  expect(await deleteExpiredLimits(2)).toBe(1);
  expect(await client`select key from rate_limits`).toEqual([{ key: "running" }]);
});
