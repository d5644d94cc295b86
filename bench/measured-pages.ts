import { readFileSync } from "node:fs";
import http from "node:http";
import type { Actor } from "../lib/core/access/actor";
import { farTown } from "./big-organization";
import { chooseRecords } from "./chosen-records";
import { measureRequests } from "./measured-requests";

export type Page = { name: string; path: string };

/** The pages that are measured, on the records that the use-cases are measured on. */
export async function pagesToMeasure(admin: Actor): Promise<Page[]> {
  const { cursor, person, building, device } = await chooseRecords(admin);
  return [
    { name: emptyPage, path: "/team/comparison" },
    { name: "Dashboard", path: "/dashboard" },
    { name: "End-users, first page", path: "/users" },
    { name: "End-users, page 1,000 by cursor", path: `/users?cursor=${cursor ?? ""}` },
    { name: "End-users, “gruber”", path: "/users?search=gruber" },
    { name: "End-users, a fragment, “ruber”", path: "/users?search=ruber" },
    { name: "End-users, 16,000 at the far end", path: `/users?search=${farTown.name}` },
    { name: "End-users, in Austria", path: "/users?country=AT" },
    {
      name: "End-users, suspended without a contract",
      path: "/users?state=suspended&contract=without",
    },
    { name: "Devices, first page", path: "/devices" },
    {
      name: "Devices, in error, of one manufacturer",
      path: "/devices?connection=error&manufacturer=Nibe",
    },
    { name: "Buildings, first page", path: "/buildings" },
    { name: "One end-user", path: `/users/${person?.id}` },
    { name: "One building", path: `/buildings/${building?.id}` },
    { name: "One device", path: `/devices/${device?.id}` },
  ];
}

export const emptyPage = "An empty page of somebody logged in";

/** Asks for one page again and again. @returns times in milliseconds, requests per second, bytes of HTML */
export async function measurePage(
  baseUrl: string,
  path: string,
  cookie: string,
  duration?: number,
) {
  const headers = { cookie };
  const url = `${baseUrl}${path}`;
  const response = await fetch(url, { headers, redirect: "manual" });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  const measured = await measureRequests({ url, headers, ...(duration && { duration }) });
  return { ...measured, kilobytes: Math.round(Buffer.byteLength(html) / 1000), html };
}

/** KB of JavaScript, compressed, that a page's first load asks for. */
export async function measureScripts(baseUrl: string, html: string): Promise<number> {
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].flatMap(([tag, source]) =>
      source && !/nomodule/i.test(tag) ? [source] : [],
    ),
  );
  let bytes = 0;
  for (const source of sources) bytes += await bytesOf(`${baseUrl}${source}`);
  return Math.round(bytes / 1000);
}

/** Bytes as they come over the wire: `fetch` would unpack them. */
function bytesOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
        let bytes = 0;
        response.on("data", (part: Buffer) => {
          bytes += part.length;
        });
        response.on("end", () => resolve(bytes));
        response.on("error", reject);
      })
      .on("error", reject);
  });
}

/** What a process holds of the machine's memory, in MB. Linux only. */
export function residentMegabytes(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
