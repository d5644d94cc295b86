import { readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LaunchedPortal, launchPortal } from "@/testing/launched-portal";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { sessionCookieOf } from "@/testing/session-cookie";
import { timeUntilWorking } from "./load";
import { reportTrial } from "./report";

/** Of three parts: V8 takes memory for the first, and is to need no more in the last than in the second. */
const FLOODS = 9;
const REQUESTS_PER_FLOOD = 3000;
/** More than the web server takes at once, so that refusals are part of it. */
const CONNECTIONS = 400;
/** 1,490 MB were seen when 300 pages were rendered at once. */
const MAX_MEGABYTES = 1100;

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let portal: LaunchedPortal;
let organization: TestOrganization;
beforeAll(async () => {
  organization = await createOrganization(owner.tables);
  portal = await launchPortal(url);
});
afterAll(async () => {
  await portal?.stop();
  await owner.client.end();
});

/** The memory that the web process holds, in MB. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${portal.processes().web}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** Asks for a page from another address than the flood's again and again. @returns ends it, and gives its statuses */
function pollFromElsewhere(url: string, cookie: string) {
  const { port, pathname, host } = new URL(url);
  const place = { host: "127.0.0.1", localAddress: "127.0.0.2", port, path: pathname };
  const ask = () =>
    new Promise<number>((resolve) => {
      get({ ...place, headers: { host, cookie } }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      }).on("error", () => resolve(0));
    });
  const statuses: number[] = [];
  let isStopped = false;
  const run = async () => {
    while (!isStopped) {
      statuses.push(await ask());
      await sleep(100);
    }
  };
  const running = run();
  return async () => {
    isStopped = true;
    await running;
    return statuses;
  };
}

it("floods of pages leave the memory flat, and others are served", async () => {
  const page = {
    url: `${portal.baseUrl}/users`,
    headers: { cookie: sessionCookieOf(organization.admin) },
  };
  await timeUntilWorking(page);
  const atStart = residentMegabytes();
  const afterFloods: number[] = [];
  let failures = 0;
  let refusals = 0;
  const stopAsking = pollFromElsewhere(page.url, sessionCookieOf(organization.staff));
  for (let flood = 0; flood < FLOODS; flood++) {
    const result = await autocannon({
      ...page,
      amount: REQUESTS_PER_FLOOD,
      connections: CONNECTIONS,
      timeout: 60,
    });
    const refused = result.statusCodeStats?.["503"]?.count ?? 0;
    refusals += refused;
    failures += result["5xx"] - refused;
    afterFloods.push(residentMegabytes());
    expect(await timeUntilWorking(page)).toBeLessThan(5_000);
  }
  const elsewhere = await stopAsking();
  reportTrial("Memory of the web process through floods", {
    "pages asked for in each flood": REQUESTS_PER_FLOOD,
    "connections at once": CONNECTIONS,
    "memory at the start (MB)": atStart,
    "memory after each flood (MB)": afterFloods.join(", "),
    "answers of 503": refusals,
    "answers of 500": failures,
    "pages asked for from elsewhere during it": elsewhere.length,
    "of these not answered with 200": elsewhere.filter((status) => status !== 200).length,
  });
  expect(elsewhere.filter((status) => status !== 200)).toEqual([]);
  expect(failures).toBe(0);
  const part = FLOODS / 3;
  const middle = Math.max(...afterFloods.slice(part, 2 * part));
  const late = Math.max(...afterFloods.slice(2 * part));
  expect(late).toBeLessThan(middle * 1.15);
  expect(late).toBeLessThan(MAX_MEGABYTES);
});
