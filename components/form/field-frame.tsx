"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "@/components/ui/class-names";
import { keptValues } from "./form-state";
import { useFieldIds, useFormStatus } from "./form-status";
import { useFieldProblem } from "./use-problem";

const control =
  "w-full rounded-lg border bg-surface px-3 text-sm text-ink placeholder:text-ink-faint disabled:opacity-60";
const border = (isWrong: boolean) => (isWrong ? "border-danger" : "border-line-strong");

export type Labelled = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Marks a field that may be left empty. */
  isOptional?: boolean;
};

/** Label, hint, control and problem of one field, tied together for assistive technology. */
export function FieldFrame({
  name,
  label,
  hint,
  isOptional,
  problem,
  children,
}: Labelled & { problem: string | undefined; children: ReactNode }) {
  const t = useTranslations("forms");
  const ids = useFieldIds(name);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={ids.field} className="text-sm font-medium text-ink">
        <span data-field-label>{label}</span>
        {isOptional && <span className="ml-1.5 font-normal text-ink-faint">{t("optional")}</span>}
      </label>
      {children}
      {problem && (
        <p id={ids.problem} className="text-sm text-danger">
          {problem}
        </p>
      )}
      {hint && (
        <p id={ids.hint} className="text-[13px] leading-5 text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}

export function describedBy(
  ids: ReturnType<typeof useFieldIds>,
  problem: string | undefined,
  hint: ReactNode,
) {
  const present = [problem && ids.problem, hint ? ids.hint : undefined].filter(Boolean);
  return present.length > 0 ? present.join(" ") : undefined;
}

/** What a field holds before JavaScript: the typed value of a failed try, else the default. */
export function useInitialValue(name: string): string | undefined {
  const { state } = useFormStatus();
  const { formState } = useFormContext();
  const value = keptValues(state)[name] ?? formState.defaultValues?.[name];
  return value === null || value === undefined ? undefined : String(value);
}

/** What ties any control to its form, label, hint and problem. */
export function useControl(name: string, label: string, hint: ReactNode) {
  const { register } = useFormContext();
  const problem = useFieldProblem(name, label);
  const ids = useFieldIds(name);
  return {
    problem,
    look: cn(control, border(Boolean(problem))),
    attributes: {
      id: ids.field,
      "aria-invalid": problem ? true : undefined,
      "aria-describedby": describedBy(ids, problem, hint),
      ...register(name),
    },
  };
}
