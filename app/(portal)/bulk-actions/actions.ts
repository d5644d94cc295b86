"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import {
  cancelBulkAction,
  prepareBulkAction,
  startBulkAction,
  undoBulkAction,
} from "@/lib/operations/bulk-actions/start-bulk-action";

const showBulkAction = ({ id }: { id: string }) => redirect(`/bulk-actions/${id}`);

export const prepareBulkActionAction = formAction(prepareBulkAction, showBulkAction, {
  input: ({ values, form }) => {
    const chosen = form.getAll("id");
    return { ...values, ids: chosen.length > 0 ? chosen.join(",") : values.ids };
  },
});

export const startBulkActionAction = formAction(startBulkAction, showBulkAction);

export const cancelBulkActionAction = formAction(cancelBulkAction, showBulkAction);

export const undoBulkActionAction = formAction(undoBulkAction, showBulkAction);
