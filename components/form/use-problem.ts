"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { faultyFields } from "./form-state";
import { useFormStatus } from "./form-status";
import { problemText } from "./problem-text";

/** Says a problem such as `tooLong:100` in the reader's language. */
export function useProblemText() {
  const t = useTranslations("problems");
  const format = useFormatter();
  return (problem: string): string => problemText(t, format, problem);
}

/** What is wrong with one field, from the browser's check or the server's answer. */
export function useFieldProblem(name: string): string | undefined {
  const { formState } = useFormContext();
  const { state } = useFormStatus();
  const say = useProblemText();
  const message =
    formState.errors[name]?.message ?? unseen(formState.submitCount, faultyFields(state)[name]);
  return typeof message === "string" ? say(message) : undefined;
}

/** Before JavaScript has run, only the server's answer knows of problems. */
function unseen(submitCount: number, problem: string | undefined): string | undefined {
  return submitCount === 0 ? problem : undefined;
}
