"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { may } from "@/lib/core/access/authorize";
import { updateBranding } from "@/lib/platform/branding/branding";
import { prepareLogo } from "@/lib/platform/branding/prepare-logo";

export const updateBrandingAction = formAction(
  updateBranding,
  () => redirect("/settings/appearance?saved=1"),
  {
    input: async ({ actor, values, form }) => {
      const file = form.get("logo");
      const isSent = file instanceof File && file.size > 0;
      // Decoding costs more than asking: for others the use-case refuses without it.
      const mayUpdate = may(actor, "update", "organization-settings");
      const logo =
        isSent && mayUpdate
          ? await prepareLogo(new Uint8Array(await file.arrayBuffer()))
          : undefined;
      return {
        accentColor: values.accentColor,
        removesLogo: values.removesLogo === "on",
        logo,
      };
    },
  },
);
