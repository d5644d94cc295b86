"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ownFormAction } from "@/app/_server/form-action";
import {
  createPersonalToken,
  revokePersonalToken,
} from "@/lib/identity/api-credentials/personal-tokens";

const page = "/account/tokens";

export const createPersonalTokenAction = ownFormAction(createPersonalToken, (made) => {
  revalidatePath(page);
  return made;
});

export const revokePersonalTokenAction = ownFormAction(revokePersonalToken, () =>
  redirect(`${page}?saved=revoked`),
);
