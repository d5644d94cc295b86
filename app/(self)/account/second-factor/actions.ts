"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ownFormAction } from "@/app/_server/form-action";
import { requireSameOrigin } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import { findOffer } from "@/app/_server/with-error-pages";
import { addPasskey, offerPasskey } from "@/lib/identity/second-factor/own-passkeys";
import {
  addTotp,
  removeSecondFactor,
  replaceRecoveryCodes,
} from "@/lib/identity/second-factor/own-second-factors";

const page = "/account/second-factor";

type Added = { recoveryCodes: string[] };

/** The recovery codes that came with the first factor; a further one has none. */
function showNewCodes({ recoveryCodes }: Added): Added {
  if (recoveryCodes.length === 0) redirect(`${page}?saved=added`);
  return { recoveryCodes };
}

export const addTotpAction = ownFormAction(addTotp, showNewCodes);

export const removeSecondFactorAction = ownFormAction(removeSecondFactor, () =>
  redirect(`${page}?saved=removed`),
);

export const replaceRecoveryCodesAction = ownFormAction(
  replaceRecoveryCodes,
  ({ recoveryCodes }) => {
    revalidatePath(page);
    return { recoveryCodes };
  },
);

export const addPasskeyAction = ownFormAction(addPasskey, showNewCodes);

/** The browser asks for this before it asks the person for a new passkey. */
export async function offerPasskeyAction() {
  await requireSameOrigin();
  const { actor } = await requireViewer();
  return (await findOffer(() => offerPasskey(actor, {})))?.options;
}
