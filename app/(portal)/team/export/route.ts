import { Readable } from "node:stream";
import { csvDownload } from "@/app/_server/download";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { exportTeam } from "@/lib/team/members/export-team";

const columns = [
  "externalUserId",
  "email",
  "firstName",
  "lastName",
  "role",
  "status",
  "createdAt",
  "lastSeenAt",
  "accessEndsAt",
];

/** The team as CSV, with the staff numbers of the HR system. */
export const GET = routeHandler(async () => {
  const { actor } = await requireMember();
  const members = await exportTeam(actor, {});
  const day = new Date().toISOString().slice(0, 10);
  return csvDownload(`team-${day}`, columns, Readable.from(members));
});
