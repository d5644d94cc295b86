"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { may } from "@/lib/core/access/authorize";
import { updateBranding } from "@/lib/platform/branding/branding";
import { prepareLogo } from "@/lib/platform/branding/prepare-logo";

export async function updateBrandingAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const file = form.get("logo");
    const isSent = file instanceof File && file.size > 0;
    // Decoding costs more than asking: for others the use-case refuses without it.
    const mayUpdate = may(actor, "update", "organization-settings");
    const logo =
      isSent && mayUpdate ? await prepareLogo(new Uint8Array(await file.arrayBuffer())) : undefined;
    await updateBranding(actor, {
      accentColor: values.accentColor ?? "",
      removesLogo: values.removesLogo === "on",
      logo,
    });
    redirect("/settings/appearance?saved=1");
  });
}
