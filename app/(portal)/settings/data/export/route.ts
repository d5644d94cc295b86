import { jsonLinesDownload } from "@/app/_server/download";
import { todayIn } from "@/app/_server/export-format";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { forStreaming } from "@/lib/core/access/actor";
import {
  beginOrganizationExport,
  readOrganization,
} from "@/lib/operations/organization-data/export-organization";

/** Everything that the organization has, as JSON lines of any size, in constant memory. */
export const GET = routeHandler(
  async () => {
    const { actor, organization } = await requireMember();
    const manifest = await beginOrganizationExport(actor, {});
    return jsonLinesDownload(
      `${organization.slug}-${todayIn(organization)}`,
      readOrganization(forStreaming(actor), manifest),
    );
  },
  { stepUpReturnsTo: "/settings/data" },
);
