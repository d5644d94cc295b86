import { afterAll, expect, it } from "vitest";
import { RateLimited } from "@/lib/core/errors";
import { ownerConnection } from "@/testing/organization";
import { consumeLimits, deleteExpiredLimits } from "./rate-limits";

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

const consume = (address: string | undefined) =>
  consumeLimits([{ limit: "login-account-address", address, account: "eva@home.example" }]);

it.each([
  ["an IPv6 network", (index: number) => `2001:db8:0:1::${index}`, "2001:db8:0:2::1"],
  ["clients without an address", () => undefined, "192.0.2.1"],
])("counts %s as one for every caller", async (_, addressOf, elsewhere) => {
  for (let index = 0; index < 5; index++) await consume(addressOf(index));
  await expect(consume(addressOf(5))).rejects.toThrow(RateLimited);
  await consume(elsewhere);
});
