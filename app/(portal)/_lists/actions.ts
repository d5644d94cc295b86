"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import type { FormValues } from "@/app/_server/submit";
import { saveListPreference } from "@/lib/support/list-views/list-preference";
import { createSavedView, deleteSavedView } from "@/lib/support/list-views/saved-views";
import { columnField } from "./column-field";

function tickedColumns(values: FormValues): string[] {
  return Object.keys(values)
    .filter((name) => name.startsWith(columnField))
    .map((name) => name.slice(columnField.length));
}

export const saveListPreferenceAction = formAction(
  saveListPreference,
  () => revalidatePath("/", "layout"),
  {
    input: ({ values }) => {
      const ticked = tickedColumns(values);
      return { ...values, columns: ticked.length > 0 ? ticked : (values.columns ?? "") };
    },
  },
);

const pages = { "end-user": "/users", building: "/buildings", device: "/devices" };

export const createSavedViewAction = formAction(createSavedView, ({ list, parameters }) =>
  redirect(`${pages[list]}?${parameters}`),
);

export const deleteSavedViewAction = formAction(deleteSavedView, ({ list }) =>
  redirect(pages[list]),
);
