"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { faultyFields } from "./form-state";
import { useFormStatus } from "./form-status";
import { useProblemText } from "./use-problem";

/** All that is wrong, above the form, each line leading to its field. */
export function ErrorSummary({
  ref,
  problem,
}: {
  ref: Ref<HTMLDivElement>;
  problem?: string | undefined;
}) {
  const t = useTranslations("forms");
  const say = useProblemText();
  const { formState } = useFormContext();
  const { state, formId } = useFormStatus();
  const fields = formState.submitCount === 0 ? faultyFields(state) : messagesOf(formState.errors);
  const names = Object.keys(fields);
  const labels = useFieldLabels(formId, names);
  if (names.length === 0 && !problem) return null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border border-danger/40 bg-danger-soft px-4 py-3 text-sm text-ink outline-none"
    >
      <p className="flex items-center gap-2 font-medium">
        <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
        {problem ? say(problem) : t("problemTitle", { count: names.length })}
      </p>
      {names.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5 pl-6">
          {names.map((name) => (
            <li key={name}>
              <a
                href={`#${formId}-${name}`}
                className="inline-flex min-h-6 items-center underline underline-offset-2"
              >
                {fields[name] === "required" && labels[name]
                  ? t("fieldRequired", { field: labels[name] })
                  : say(fields[name] ?? "format")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The labels of fields as the page shows them; none before JavaScript has run. */
function useFieldLabels(formId: string, names: string[]): Record<string, string> {
  const [labels, setLabels] = useState<Record<string, string>>({});
  const joined = names.join(",");
  useEffect(() => {
    const labelOf = (name: string) =>
      document.querySelector(`label[for="${formId}-${name}"]`)?.firstChild?.textContent ?? "";
    setLabels(
      Object.fromEntries(
        joined
          .split(",")
          .filter((name) => name !== "")
          .map((name) => [name, labelOf(name)]),
      ),
    );
  }, [formId, joined]);
  return labels;
}

function messagesOf(errors: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => {
      const message = (error as { message?: unknown } | undefined)?.message;
      return [name, typeof message === "string" ? message : "format"];
    }),
  );
}
