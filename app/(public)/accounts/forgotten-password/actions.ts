"use server";

import { after } from "next/server";
import { openFormAction } from "@/app/_server/form-action";
import { getLoginContext } from "@/app/_server/viewer";
import { requestPasswordReset } from "@/lib/identity/auth/request-password-reset";

export const requestPasswordResetAction = openFormAction(async (values) =>
  requestPasswordReset(values, await getLoginContext(), after),
);
