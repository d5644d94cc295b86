"use server";

import { redirect } from "next/navigation";
import { openFormAction } from "@/app/_server/form-action";
import { requireLinkHolder } from "@/app/_server/link-holder";
import { getLoginContext } from "@/app/_server/viewer";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";
import { setSessionCookie } from "@/lib/identity/auth/session-cookie";
import { acceptInvitation } from "@/lib/team/members/accept-invitation";

export const acceptInvitationAction = openFormAction(async (values) => {
  const { clientAddress, userAgent } = await getLoginContext();
  await consumeLimits([{ limit: "invitation-address", address: clientAddress }]);
  const holder = await requireLinkHolder(values.token, "invitationSpent");
  const { session } = await acceptInvitation.from(holder, { ...values, userAgent });
  await setSessionCookie(session);
  redirect("/dashboard");
});
