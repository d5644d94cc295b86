import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import {
  emptyPage,
  measurePage,
  measureScripts,
  pagesToMeasure,
  residentMegabytes,
  sessionCookie,
} from "../bench/measured-pages";
import { sessions } from "../db/schema";
import type { Member } from "../lib/core/access/actor";
import { withServer } from "./bench-server";
import { keptSecrets } from "./configuration";

/** How many requests are sent before the server's memory is measured again. */
const requests = 10_000;

/** Serves the production build on the measured database, asks for its pages, and prints a table. */
export async function measurePages(url: string, admin: Member, folder: string): Promise<void> {
  const secrets = keptSecrets(folder);
  await withServer(url, folder, async (baseUrl, processId) => {
    const cookie = await sessionCookie(await startSession(url, admin), secrets.AUTH_SECRET);
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

/** A session of the measured admin's that holds as long as the measuring takes. */
async function startSession(url: string, { organizationId, userId }: Member) {
  const client = postgres(url, { max: 1 });
  const sessionId = uuidv7();
  await drizzle(client, { casing: "snake_case" })
    .insert(sessions)
    .values({
      organizationId,
      id: sessionId,
      userId,
      expiresAt: new Date(Date.now() + 3 * 3_600_000),
      lastSeenAt: new Date(),
    });
  await client.end();
  return { organizationId, userId, sessionId };
}
