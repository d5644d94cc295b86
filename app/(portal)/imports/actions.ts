"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { columnPrefix } from "@/lib/operations/imports/import-schema";
import { cancelImport, checkImport, runImport } from "@/lib/operations/imports/write-import";

export async function checkImportAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const columns = Object.entries(values)
      .filter(([name, column]) => name.startsWith(columnPrefix) && column !== "")
      .map(([name, column]) => [name.slice(columnPrefix.length), column]);
    const { id } = await checkImport(actor, {
      id: values.id ?? "",
      existing: values.existing as "refuse" | undefined,
      mapping: Object.fromEntries(columns),
    });
    redirect(`/imports/${id}`);
  });
}

export async function runImportAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await runImport(actor, values as Parameters<typeof runImport>[1]);
    redirect(`/imports/${id}`);
  });
}

export async function cancelImportAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await cancelImport(actor, { id: values.id ?? "" });
    redirect(`/imports/${id}`);
  });
}
