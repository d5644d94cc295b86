"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import {
  createApiClient,
  revokeApiClient,
  rotateApiSecret,
} from "@/lib/identity/api-credentials/write-api-client";

const page = "/settings/api-credentials";

export const createApiClientAction = formAction(createApiClient, (created) => created);

export const rotateApiSecretAction = formAction(rotateApiSecret, (rotated) => {
  revalidatePath(`${page}/${rotated.id}`);
  return rotated;
});

export const revokeApiClientAction = formAction(revokeApiClient, ({ id }) =>
  redirect(`${page}/${id}`),
);
