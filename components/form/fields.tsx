"use client";

import { type InputHTMLAttributes, type ReactNode, useState } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "@/components/ui/class-names";
import { describedBy, FieldFrame, type Labelled, useControl, useInitialValue } from "./field-frame";
import { useFieldIds, useFormStatus } from "./form-status";
import { PasswordToggle } from "./password-toggle";
import { useFieldProblem } from "./use-problem";

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
  const { isPending } = useFormStatus();
  const [isShown, setShown] = useState(false);
  const isMasked = input.type === "password";
  // Masked again while it is sent, so that the browser does not keep it as ordinary text.
  const type = isMasked && isShown && !isPending ? "text" : input.type;
  const field = (
    <input
      className={cn(look, "h-10", isMasked && "pr-11")}
      defaultValue={initial}
      {...input}
      type={type}
      {...attributes}
    />
  );
  return (
    <FieldFrame
      name={name}
      label={label}
      hint={hint}
      isOptional={isOptional ?? false}
      problem={problem}
    >
      {isMasked ? (
        <PasswordToggle name={name} isShown={isShown} onToggle={() => setShown(!isShown)}>
          {field}
        </PasswordToggle>
      ) : (
        field
      )}
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
  groups = [],
}: Labelled & {
  options: Option[];
  /** What is offered after them under headings. */
  groups?: { label: string; options: Option[] }[];
}) {
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
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

const Options = ({ options }: { options: Option[] }) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));

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
