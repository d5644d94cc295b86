"use client";

import { createContext, useContext } from "react";
import { type FormState, idleForm } from "./form-state";

type Status = {
  state: FormState;
  isPending: boolean;
  /** Begins the ids of the form's fields, so that two forms on a page may have fields of one name. */
  formId: string;
};

const StatusContext = createContext<Status>({ state: idleForm, isPending: false, formId: "form" });

export const FormStatus = StatusContext.Provider;

/** What the server last answered the form around this, and whether another answer is awaited. */
export function useFormStatus(): Status {
  return useContext(StatusContext);
}

/** The ids that tie a field's label, hint and problem together. */
export function useFieldIds(name: string) {
  const { formId } = useFormStatus();
  return {
    field: `${formId}-${name}`,
    problem: `${formId}-${name}-problem`,
    hint: `${formId}-${name}-hint`,
  };
}
