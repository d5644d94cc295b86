"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import type { Member } from "@/lib/core/access/actor";
import {
  cancelBulkAction,
  prepareBulkAction,
  startBulkAction,
  undoBulkAction,
} from "@/lib/operations/bulk-actions/start-bulk-action";

export async function prepareBulkActionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const chosen = form.getAll("id");
    const { id } = await prepareBulkAction(actor, {
      ...(values as Parameters<typeof prepareBulkAction>[1]),
      ids: chosen.length > 0 ? chosen.join(",") : values.ids,
    });
    redirect(`/bulk-actions/${id}`);
  });
}

type OnOne = (actor: Member, input: { id: string }) => Promise<{ id: string }>;

async function act(form: FormData, useCase: OnOne): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await useCase(actor, { id: values.id ?? "" });
    redirect(`/bulk-actions/${id}`);
  });
}

export async function startBulkActionAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, startBulkAction);
}

export async function cancelBulkActionAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, cancelBulkAction);
}

export async function undoBulkActionAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, undoBulkAction);
}
