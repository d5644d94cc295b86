import { answeringRefusals } from "@/app/_request/answering-refusals";
import { downloadHeaders } from "@/app/_request/download";
import { requireMember } from "@/app/_request/viewer";
import { exportPersonalData } from "@/lib/personal-data/export-personal-data";

type Context = { params: Promise<{ id: string }> };

/** Everything that is kept about an end-user, as one JSON file. */
export async function GET(_: Request, { params }: Context) {
  const { actor } = await requireMember();
  const data = await answeringRefusals(async () => exportPersonalData(actor, await params));
  return new Response(JSON.stringify(data, null, 2), {
    headers: downloadHeaders(`personal-data-${data.profile.id}.json`, "application/json"),
  });
}
