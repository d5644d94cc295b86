"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { removeAuditStream, saveAuditStream } from "@/lib/platform/audit-stream/audit-stream";

export const saveAuditStreamAction = formAction(saveAuditStream, (saved) => saved);

export const removeAuditStreamAction = formAction(removeAuditStream, () =>
  redirect("/settings/audit-stream"),
);
