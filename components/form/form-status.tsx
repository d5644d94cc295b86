"use client";

import { createContext, useContext } from "react";
import { type FormState, idleForm } from "./form-state";

type Status = { state: FormState; isPending: boolean };

const StatusContext = createContext<Status>({ state: idleForm, isPending: false });

export const FormStatus = StatusContext.Provider;

/** What the server last answered the form around this, and whether another answer is awaited. */
export function useFormStatus(): Status {
  return useContext(StatusContext);
}
