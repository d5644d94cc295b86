"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { getLoginContext } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { setSessionCookie } from "@/lib/auth/auth-js";
import { lineOf } from "@/lib/auth/client-address";
import { consumeLimits } from "@/lib/auth/rate-limits";
import { visitorOfLink } from "@/lib/auth/reset-password";
import { sealSessionTicket } from "@/lib/auth/session-ticket";
import { Conflict } from "@/lib/errors";
import { acceptInvitation } from "@/lib/team/accept-invitation";

export async function acceptInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (values) => {
    const door = await getLoginContext();
    await consumeLimits([
      { limit: "invitation-address", key: lineOf(door.clientAddress ?? "unknown") },
    ]);
    const visitor = visitorOfLink(values.token ?? "", door);
    if (!visitor) throw new Conflict("invitationSpent");
    const { session } = await acceptInvitation(visitor, {
      ...(values as Parameters<typeof acceptInvitation>[1]),
      userAgent: door.userAgent,
    });
    await setSessionCookie(sealSessionTicket(session));
    redirect("/dashboard");
  });
}
