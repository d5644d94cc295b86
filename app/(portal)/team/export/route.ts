import { Readable } from "node:stream";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { csvDownload } from "@/app/_request/download";
import { requireMember } from "@/app/_request/viewer";
import { exportTeam } from "@/lib/team/export-team";

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
export async function GET() {
  const { actor } = await requireMember();
  const members = await answeringRefusals(() => exportTeam(actor, {}));
  const day = new Date().toISOString().slice(0, 10);
  return csvDownload(`team-${day}`, columns, Readable.from(members));
}
