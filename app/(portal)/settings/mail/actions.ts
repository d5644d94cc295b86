"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { resetMailText, saveMailText, updateMailSender } from "@/lib/platform/mail/mail-texts";

export const updateMailSenderAction = formAction(updateMailSender, () =>
  redirect("/settings/mail?saved=savedSender"),
);

export const saveMailTextAction = formAction(saveMailText, () =>
  redirect("/settings/mail?saved=savedText"),
);

export const resetMailTextAction = formAction(resetMailText, () =>
  redirect("/settings/mail?saved=savedReset"),
);
