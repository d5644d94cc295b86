import { redirect } from "next/navigation";
import { routeHandler } from "@/app/_server/route-handler";
import { requireSameOrigin } from "@/app/_server/submit";
import { uploadedBytes } from "@/app/_server/uploaded-bytes";
import { requireMember } from "@/app/_server/viewer";
import { Invalid } from "@/lib/core/errors";
import { MAX_IMPORT_BYTES } from "@/lib/core/upload-limits";
import { createImport } from "@/lib/operations/imports/write-import";

/**
 * Takes in a file to be imported. A route and no server action: those accept a megabyte from anybody, this
 * accepts more from members.
 */
export const POST = routeHandler(async (request) => {
  await requireSameOrigin();
  const { actor } = await requireMember();
  if (!(Number(request.headers.get("content-length")) <= MAX_IMPORT_BYTES)) {
    redirect("/imports/new?problem=fileTooLarge");
  }
  const form = await request.formData().catch(() => redirect("/imports/new?problem=format"));
  const kind = String(form.get("kind") ?? "");
  const file = form.get("file");
  const again = (problem: string) =>
    redirect(`/imports/new?${new URLSearchParams({ kind, problem })}`);
  const { id } = await createImport
    .from(actor, {
      kind,
      fileName: file instanceof File ? file.name : "",
      content: await uploadedBytes(form, "file"),
    })
    .catch((error: unknown) => {
      if (error instanceof Invalid) return again(Object.values(error.fields)[0] ?? "format");
      throw error;
    });
  redirect(`/imports/${id}`);
});
