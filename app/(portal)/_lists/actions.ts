"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import type { FormValues } from "@/app/_server/submit";
import { listAddress, readParameters } from "@/lib/core/lists/list-address";
import { saveListPreference } from "@/lib/support/list-views/list-preference";
import { createSavedView, deleteSavedView } from "@/lib/support/list-views/saved-views";
import { columnField } from "./column-field";
import { listPaths } from "./list-paths";

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
      return { ...values, columns: ticked.length > 0 ? ticked : (values.columns ?? []) };
    },
  },
);

export const createSavedViewAction = formAction(createSavedView, ({ list, parameters }) =>
  redirect(listAddress(listPaths[list], readParameters(parameters))),
);

export const deleteSavedViewAction = formAction(deleteSavedView, ({ list }) =>
  redirect(listPaths[list]),
);
