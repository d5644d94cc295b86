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

/** Says a problem with the label of its field where the problem alone does not tell what is missing. */
export function useLabelledProblemText() {
  const t = useTranslations("forms");
  const say = useProblemText();
  return (problem: string, label: string | undefined): string =>
    label && problem === "required" ? t("requiredField", { field: label }) : say(problem);
}

/**
 * What is wrong with one field, from the browser's check or the server's answer.
 *
 * @param label names the field in the text where it is empty.
 */
export function useFieldProblem(name: string, label?: string): string | undefined {
  const { formState } = useFormContext();
  const { state } = useFormStatus();
  const say = useLabelledProblemText();
  const message =
    formState.errors[name]?.message ?? unseen(formState.submitCount, faultyFields(state)[name]);
  return typeof message === "string" ? say(message, label) : undefined;
}

/** Before JavaScript has run, only the server's answer knows of problems. */
function unseen(submitCount: number, problem: string | undefined): string | undefined {
  return submitCount === 0 ? problem : undefined;
}
