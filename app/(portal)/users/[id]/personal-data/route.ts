import { downloadHeaders } from "@/app/_server/download";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { exportPersonalData } from "@/lib/support/personal-data/export-personal-data";

type Context = { params: Promise<{ id: string }> };

/** Everything that is kept about an end-user, as one JSON file. */
export const GET = routeHandler(async (_, { params }: Context) => {
  const { actor } = await requireMember();
  const data = await exportPersonalData(actor, await params);
  return new Response(JSON.stringify(data, null, 2), {
    headers: downloadHeaders(`personal-data-${data.profile.id}.json`, "application/json"),
  });
});
