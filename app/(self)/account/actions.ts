"use server";

import { redirect } from "next/navigation";
import { ownFormAction } from "@/app/_server/form-action";
import { changeOwnAddress, withdrawAddressChange } from "@/lib/identity/account/change-own-address";
import {
  changeOwnPassword,
  endOtherSessions,
  endOwnSession,
} from "@/lib/identity/account/change-own-password";
import { updateOwnAccount } from "@/lib/identity/account/update-own-account";

export const updateAccountAction = ownFormAction(updateOwnAccount, () =>
  redirect("/account?saved=profile"),
);

export const changeAddressAction = ownFormAction(changeOwnAddress, () =>
  redirect("/account?saved=address"),
);

export const withdrawAddressAction = ownFormAction(withdrawAddressChange, () =>
  redirect("/account?saved=addressWithdrawn"),
);

export const changePasswordAction = ownFormAction(changeOwnPassword, () =>
  redirect("/account?saved=password"),
);

export const endOtherSessionsAction = ownFormAction(endOtherSessions, () =>
  redirect("/account?saved=sessions"),
);

export const endSessionAction = ownFormAction(endOwnSession, () =>
  redirect("/account?saved=session"),
);
