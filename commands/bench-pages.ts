import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import {
  emptyPage,
  measurePage,
  measureScripts,
  pagesToMeasure,
  residentMegabytes,
} from "../bench/measured-pages";
import { sessions } from "../db/schema";
import type { Member } from "../lib/core/access/actor";
import { hashSessionToken, newSessionToken, sessionCookieOf } from "../testing/session-cookie";
import { withServer } from "./bench-server";

/** How many requests are sent before the server's memory is measured again. */
const requests = 10_000;

/** Serves the production build on the measured database, asks for its pages, and prints a table. */
export async function measurePages(url: string, admin: Member, folder: string): Promise<void> {
  await withServer(url, folder, async (baseUrl, processId) => {
    const cookie = sessionCookieOf({ sessionToken: await startSession(url, admin) });
    let answered = 0;
    let empty = 0;
    const width = 44;
    console.log(
      `\n| ${"".padEnd(width)} | p50 ms | p95 ms | a second | empty + | KB HTML | KB JS |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
    );
    for (const { name, path } of await pagesToMeasure(admin)) {
      // Once before, so that what is only compiled once is not counted.
      await measurePage(baseUrl, path, cookie, 1);
      const measured = await measurePage(baseUrl, path, cookie);
      const scripts = await measureScripts(baseUrl, measured.html);
      if (name === emptyPage) empty = measured.p50;
      answered += measured.answered;
      console.log(
        `| ${name.padEnd(width)} | ${measured.p50} | ${measured.p95} | ${measured.perSecond} | ${(measured.p50 / empty).toFixed(1)} | ${measured.kilobytes} | ${scripts} |`,
      );
    }
    const early = residentMegabytes(processId);
    while (answered < requests) {
      answered += (await measurePage(baseUrl, "/users", cookie)).answered;
    }
    const late = residentMegabytes(processId);
    console.log(`\nThe server holds ${early} MB, and ${late} MB after ${answered} requests.`);
  });
}

/** A session of the measured admin's that holds as long as the measuring takes. @returns its token */
async function startSession(url: string, { organizationId, userId }: Member) {
  const client = postgres(url, { max: 1 });
  const sessionToken = newSessionToken(organizationId);
  await drizzle(client, { casing: "snake_case" })
    .insert(sessions)
    .values({
      organizationId,
      userId,
      tokenHash: hashSessionToken(sessionToken),
      expiresAt: new Date(Date.now() + 3 * 3_600_000),
      lastSeenAt: new Date(),
    });
  await client.end();
  return sessionToken;
}
