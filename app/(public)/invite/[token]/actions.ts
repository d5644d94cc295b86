"use server";

import { redirect } from "next/navigation";
import { openFormAction } from "@/app/_server/form-action";
import { requireLinkHolder } from "@/app/_server/link-holder";
import { getLoginContext } from "@/app/_server/viewer";
import { setSessionCookie } from "@/lib/identity/auth/auth-js";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";
import { sealSessionTicket } from "@/lib/identity/auth/session-ticket";
import { acceptInvitation } from "@/lib/team/members/accept-invitation";

export const acceptInvitationAction = openFormAction(async (values) => {
  const { clientAddress, userAgent } = await getLoginContext();
  await consumeLimits([{ limit: "invitation-address", address: clientAddress }]);
  const holder = await requireLinkHolder(values.token, "invitationSpent");
  const { session } = await acceptInvitation.from(holder, { ...values, userAgent });
  await setSessionCookie(sealSessionTicket(session));
  redirect("/dashboard");
});
