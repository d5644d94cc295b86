import "server-only";
import { and, gt, inArray, type SQL, sql } from "drizzle-orm";
import { connectLinks, mailedChannels } from "@/db/schema";

/** The condition that a link was mailed within the last minutes. */
export function mailedWithin(minutes: number): SQL | undefined {
  return and(
    inArray(connectLinks.channel, mailedChannels),
    gt(connectLinks.createdAt, sql`now() - make_interval(mins => ${minutes})`),
  );
}
