"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { getLoginContext } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { Conflict } from "@/lib/core/errors";
import { setSessionCookie } from "@/lib/identity/auth/auth-js";
import { lineOf } from "@/lib/identity/auth/client-address";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";
import { sealSessionTicket } from "@/lib/identity/auth/session-ticket";
import { acceptInvitation } from "@/lib/team/members/accept-invitation";

export async function acceptInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (values) => {
    const loginContext = await getLoginContext();
    await consumeLimits([
      { limit: "invitation-address", key: lineOf(loginContext.clientAddress ?? "unknown") },
    ]);
    const anonymous = anonymousActorOfLink(values.token ?? "", loginContext);
    if (!anonymous) throw new Conflict("invitationSpent");
    const { session } = await acceptInvitation(anonymous, {
      ...(values as Parameters<typeof acceptInvitation>[1]),
      userAgent: loginContext.userAgent,
    });
    await setSessionCookie(sealSessionTicket(session));
    redirect("/dashboard");
  });
}
