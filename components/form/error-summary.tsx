"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type Ref, useLayoutEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { faultyFields } from "./form-state";
import { useFormStatus } from "./form-status";
import { type Control, faultsInPageOrder } from "./page-order";
import { useLabelledProblemText, useProblemText } from "./use-problem";

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
  const sayOf = useLabelledProblemText();
  const { formState } = useFormContext();
  const { state, formId } = useFormStatus();
  const fields = formState.submitCount === 0 ? faultyFields(state) : messagesOf(formState.errors);
  const names = Object.keys(fields);
  const list = useRef<HTMLUListElement>(null);
  const [controls, setControls] = useState<Control[]>();
  const faulty = names.join(" ");

  // biome-ignore lint/correctness/useExhaustiveDependencies: other faults may be of controls that were added since
  useLayoutEffect(() => {
    const form = list.current?.closest("form");
    if (form) setControls(controlsOf(form));
  }, [faulty]);

  if (names.length === 0 && !problem) return null;
  const idOf = (name: string) => `${formId}-${name}`;
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
        <ul ref={list} className="mt-1 flex flex-col gap-0.5 pl-6">
          {faultsInPageOrder(fields, idOf, controls).map((fault) => {
            const text = sayOf(fault.problem, fault.label);
            const line =
              fault.label && fault.problem !== "required"
                ? t("fieldProblem", { field: fault.label, problem: text })
                : text;
            return (
              <li key={fault.name}>
                {fault.isOnPage ? (
                  <a
                    href={`#${idOf(fault.name)}`}
                    onClick={focusTarget}
                    className="inline-flex min-h-6 items-center underline underline-offset-2"
                  >
                    {line}
                  </a>
                ) : (
                  line
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].map((element) => {
    const label = "labels" in element ? (element as HTMLInputElement).labels?.[0] : undefined;
    const text = (label?.querySelector("[data-field-label]") ?? label)?.textContent?.trim();
    return { id: element.id, label: text || element.getAttribute("aria-label") || undefined };
  });
}

/** Focuses the field and keeps the address free of its id. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
}

function messagesOf(errors: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => {
      const message = (error as { message?: unknown } | undefined)?.message;
      return [name, typeof message === "string" ? message : "format"];
    }),
  );
}
