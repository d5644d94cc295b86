"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  createApiClient,
  revokeApiClient,
  rotateApiSecret,
} from "@/lib/identity/api-credentials/write-api-client";

const page = "/settings/api-credentials";

export async function createApiClientAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, (values) =>
    createApiClient(
      withIdentityProof(actor, values),
      values as Parameters<typeof createApiClient>[1],
    ),
  );
}

export async function rotateApiSecretAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const rotated = await rotateApiSecret(
      withIdentityProof(actor, values),
      values as Parameters<typeof rotateApiSecret>[1],
    );
    revalidatePath(`${page}/${rotated.id}`);
    return rotated;
  });
}

export async function revokeApiClientAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await revokeApiClient(actor, values as Parameters<typeof revokeApiClient>[1]);
    redirect(`${page}/${id}`);
  });
}
