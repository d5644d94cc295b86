"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { updateBillingAccount } from "@/lib/organization/billing/billing-account";
import { startCardPayment } from "@/lib/organization/billing/card-payments";

export const updateBillingAccountAction = formAction(updateBillingAccount, () =>
  redirect("/settings/billing?saved=1"),
);

export const payByCardAction = formAction({ from: startCardPayment }, (address) =>
  redirect(address),
);
