"use server";

import { redirect } from "next/navigation";
import { ownFormAction } from "@/app/_server/form-action";
import { confirmIdentity } from "@/lib/identity/account/confirm-identity";
import { ownPath } from "@/lib/identity/auth/own-path";

export const confirmIdentityAction = ownFormAction(confirmIdentity, (_, { values }) =>
  redirect(ownPath(values.next, "/")),
);
