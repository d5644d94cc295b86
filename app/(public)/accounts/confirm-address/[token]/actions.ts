"use server";

import { openFormAction } from "@/app/_server/form-action";
import { requireLinkHolder } from "@/app/_server/link-holder";
import { confirmAddressChange } from "@/lib/identity/account/confirm-address";

export const confirmAddressAction = openFormAction(async (values) => {
  const holder = await requireLinkHolder(values.token);
  const { isWhole, newEmail } = await confirmAddressChange.from(holder, values);
  return { isWhole, newEmail };
});
