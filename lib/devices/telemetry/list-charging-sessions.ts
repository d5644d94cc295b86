import "server-only";
import { and, count, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { chargingSessions } from "@/db/schema";
import { endOfDay, startOfDay } from "@/lib/core/calendar-day";
import { NotFound } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";

/** No more than these come at once, and beyond so many nobody pages by numbers. */
export const maxSessions = 200;
const farthestOffset = 10_000;

/** A vehicle's charging sessions that began on some days of the organization's time zone, the newest first, and how many there are. */
export const listChargingSessions = defineQuery({
  name: "listChargingSessions",
  input: z.object({
    id: z.uuid(),
    from: z.iso.date(),
    /** The last day. */
    until: z.iso.date(),
    limit: z.number().int().min(1).max(maxSessions),
    offset: z.number().int().min(0).max(farthestOffset),
  }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }) {
    const { timeZone } = await getOrganization(transaction);
    const within = and(
      eq(chargingSessions.deviceId, input.id),
      gte(chargingSessions.pluggedInAt, sql`${startOfDay(input.from, timeZone)}::timestamptz`),
      lt(chargingSessions.pluggedInAt, sql`${endOfDay(input.until, timeZone)}::timestamptz`),
    );
    const [counted] = await transaction
      .select({ total: count() })
      .from(chargingSessions)
      .where(within);
    const sessions = await transaction
      .select()
      .from(chargingSessions)
      .where(within)
      .orderBy(desc(chargingSessions.pluggedInAt), desc(chargingSessions.id))
      .limit(input.limit)
      .offset(input.offset);
    return { total: counted?.total ?? 0, sessions };
  },
});

export type ChargingSession = Awaited<ReturnType<typeof listChargingSessions>>["sessions"][number];

/** One charging session of a vehicle. @throws NotFound */
export const getChargingSession = defineQuery({
  name: "getChargingSession",
  input: z.object({ id: z.uuid(), sessionId: z.uuid() }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }): Promise<ChargingSession> {
    const [session] = await transaction
      .select()
      .from(chargingSessions)
      .where(
        and(eq(chargingSessions.deviceId, input.id), eq(chargingSessions.id, input.sessionId)),
      );
    if (!session) throw new NotFound();
    return session;
  },
});

/** The session of a vehicle that is plugged in now; undefined when it is not. */
export const getPresentSession = defineQuery({
  name: "getPresentSession",
  input: z.object({ id: z.uuid() }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }): Promise<ChargingSession | undefined> {
    const [session] = await transaction
      .select()
      .from(chargingSessions)
      .where(and(eq(chargingSessions.deviceId, input.id), isNull(chargingSessions.unpluggedAt)));
    return session;
  },
});
