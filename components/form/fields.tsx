"use client";

import { useTranslations } from "next-intl";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "@/components/ui/class-names";
import { keptValues } from "./form-state";
import { useFieldIds, useFormStatus } from "./form-status";
import { useFieldProblem } from "./use-problem";

const control =
  "w-full rounded-lg border bg-surface px-3 text-sm text-ink placeholder:text-ink-faint disabled:opacity-60";
const border = (isWrong: boolean) => (isWrong ? "border-danger" : "border-line-strong");

type Labelled = {
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

function describedBy(
  ids: ReturnType<typeof useFieldIds>,
  problem: string | undefined,
  hint: ReactNode,
) {
  const present = [problem && ids.problem, hint ? ids.hint : undefined].filter(Boolean);
  return present.length > 0 ? present.join(" ") : undefined;
}

/** What a field holds before JavaScript: the typed value of a failed try, else the default. */
function useInitialValue(name: string): string | undefined {
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

type TextFieldProps = Labelled &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "type"
    | "autoComplete"
    | "inputMode"
    | "placeholder"
    | "autoFocus"
    | "spellCheck"
    | "list"
    | "step"
  >;

export function TextField({ name, label, hint, isOptional, ...input }: TextFieldProps) {
  const { problem, look, attributes } = useControl(name, label, hint);
  const initial = useInitialValue(name);
  return (
    <FieldFrame
      name={name}
      label={label}
      hint={hint}
      isOptional={isOptional ?? false}
      problem={problem}
    >
      <input className={cn(look, "h-10")} defaultValue={initial} {...input} {...attributes} />
    </FieldFrame>
  );
}

export function TextArea({
  name,
  label,
  hint,
  isOptional,
  rows = 3,
}: Labelled & { rows?: number }) {
  const { problem, look, attributes } = useControl(name, label, hint);
  const initial = useInitialValue(name);
  return (
    <FieldFrame
      name={name}
      label={label}
      hint={hint}
      isOptional={isOptional ?? false}
      problem={problem}
    >
      <textarea
        rows={rows}
        className={cn(look, "py-2 leading-6")}
        defaultValue={initial}
        {...attributes}
      />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string };

export function SelectField({
  name,
  label,
  hint,
  isOptional,
  options,
}: Labelled & { options: Option[] }) {
  const { problem, look, attributes } = useControl(name, label, hint);
  const initial = useInitialValue(name);
  return (
    <FieldFrame
      name={name}
      label={label}
      hint={hint}
      isOptional={isOptional ?? false}
      problem={problem}
    >
      <select className={cn(look, "h-10")} defaultValue={initial} {...attributes}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export function CheckboxField({
  name,
  label,
  hint,
  isSentUnticked,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Sends "false" when it is not ticked: for updates, to which an absent field means no change. */
  isSentUnticked?: boolean;
}) {
  const { register } = useFormContext();
  const problem = useFieldProblem(name, typeof label === "string" ? label : undefined);
  const ids = useFieldIds(name);
  const initial = useInitialValue(name);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2.5">
        {isSentUnticked && <input type="hidden" name={name} value="false" readOnly />}
        <input
          id={ids.field}
          type="checkbox"
          value="on"
          defaultChecked={initial === "on" || initial === "true"}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(ids, problem, hint)}
          className="mt-0.5 size-5 shrink-0 accent-accent"
          {...register(name)}
        />
        <label htmlFor={ids.field} className="text-sm leading-6 text-ink">
          {label}
        </label>
      </div>
      {problem && (
        <p id={ids.problem} className="text-sm text-danger">
          {problem}
        </p>
      )}
      {hint && (
        <p id={ids.hint} className="pl-7 text-[13px] leading-5 text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  const { register, formState } = useFormContext();
  const { state } = useFormStatus();
  // A person who has seen what another saved overwrites it.
  const current =
    name === "version" && state.status === "conflict" ? String(state.savedVersion) : value;
  return (
    <>
      {name === "version" && (
        <input type="hidden" name="base" value={JSON.stringify(formState.defaultValues)} readOnly />
      )}
      <input
        key={current}
        type="hidden"
        {...register(name, { value: current })}
        name={name}
        value={current}
        readOnly
      />
    </>
  );
}
