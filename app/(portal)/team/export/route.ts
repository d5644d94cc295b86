import { Readable } from "node:stream";
import { csvDownload } from "@/app/_server/download";
import { exportFormatOf, todayIn } from "@/app/_server/export-format";
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
  const viewer = await requireMember();
  const members = await exportTeam(viewer.actor, {});
  const format = await exportFormatOf(viewer);
  return csvDownload(`team-${todayIn(format)}`, columns, Readable.from(members), format);
});
