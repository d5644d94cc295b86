"use client";

import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
} from "react";
import { type FieldValues, FormProvider, useForm } from "react-hook-form";
import { cn } from "@/components/ui/class-names";
import { ConflictView } from "./conflict-view";
import { ErrorSummary } from "./error-summary";
import { type FormAction, type FormState, idleForm, keptValues, problemOf } from "./form-state";
import { FormStatus } from "./form-status";
import { IdentityProofField } from "./identity-proof-field";
import { loadChecking, resolverOf, type SchemaSource } from "./schema-resolver";

type ActionFormProps<Result> = {
  action: FormAction<Result>;
  /**
   * The schema the server uses too, or what fetches it once somebody begins with the form. Fields it does not
   * name are sent along as they are. Without one, the browser has nothing to say and the server checks alone.
   */
  schema?: SchemaSource;
  /** What the fields hold at first. */
  values?: Record<string, string | boolean | null | undefined>;
  children: ReactNode;
  className?: string;
  /** Shown in place of the form once it is done, by what the action returned. */
  whenDone?: (result: Result) => ReactNode;
  label?: string;
  /** The form's id, where fields stand outside of it. */
  id?: string;
  /** The form places an `IdentityProofField` itself instead of above its first field. */
  placesIdentityProof?: boolean;
};

/**
 * A form that is checked in the browser and on the server by one schema. Before JavaScript arrives it
 * posts natively and comes back with the same messages.
 */
export function ActionForm<Result>({
  action,
  schema,
  values,
  children,
  className,
  whenDone,
  label,
  id,
  placesIdentityProof = false,
}: ActionFormProps<Result>) {
  const [state, dispatch, isPending] = useActionState<FormState<Result>, FormData>(
    action,
    idleForm,
  );
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const defaults = useMemo(() => ({ ...values, ...keptValues(state) }), [values, state]);
  const form = useForm<FieldValues>({
    resolver: resolverOf(schema),
    defaultValues: defaults,
    mode: "onSubmit",
    reValidateMode: "onChange",
    shouldFocusError: false,
    // The same object until the server answers again: another one would reset the browser's own findings.
    errors: useMemo(() => serverErrors(state), [state]),
  });
  const summary = useRef<HTMLDivElement>(null);
  const problems = Object.keys(form.formState.errors).length + (problemOf(state) ? 1 : 0);
  const { submitCount } = form.formState;

  // A new answer, or another try that failed in the browser, moves the reader to what is wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try counts, not only a changed number
  useEffect(() => {
    if (problems > 0) summary.current?.focus();
  }, [state, submitCount]);

  // After a conflict, fields that were left as they had been hold what another has saved.
  useEffect(() => {
    if (state.status !== "conflict") return;
    form.setValue("version", String(state.savedVersion));
    for (const [name, value] of Object.entries(state.values)) {
      if (name === "version" || form.getValues(name) === value) continue;
      form.setValue(name, value === "true" || (value === "false" ? false : value));
    }
  }, [state, form]);

  const isReplaced = state.status === "done" && whenDone !== undefined;
  const result = useRef<HTMLDivElement>(null);

  // What comes in the form's place is read next; the button that had the focus is gone.
  useEffect(() => {
    if (isReplaced) result.current?.focus();
  }, [isReplaced]);

  if (state.status === "done" && whenDone) {
    return (
      <div ref={result} tabIndex={-1} className="outline-none">
        {whenDone(state.result)}
      </div>
    );
  }

  return (
    <FormProvider {...form}>
      <FormStatus value={{ state, isPending, formId }}>
        <form
          ref={element}
          id={id}
          action={dispatch}
          aria-label={label}
          noValidate
          onFocus={schema && (() => loadChecking(schema))}
          className={cn("flex flex-col gap-5", className)}
          onSubmit={(event) => {
            const submitter = submitterOf(event.nativeEvent);
            return form.handleSubmit(() => {
              if (!element.current || isPending) return;
              const data = new FormData(element.current, submitter);
              startTransition(() => dispatch(data));
            })(event);
          }}
        >
          <ErrorSummary ref={summary} problem={problemOf(state)} />
          {state.status === "conflict" && <ConflictView differences={state.differences} />}
          {!placesIdentityProof && <IdentityProofField />}
          {children}
        </form>
      </FormStatus>
    </FormProvider>
  );
}

/** The button that sent a form: its name and value go with the fields. */
const submitterOf = (event: Event): HTMLElement | null =>
  event instanceof SubmitEvent ? event.submitter : null;

function serverErrors(state: FormState) {
  if (state.status !== "invalid") return undefined;
  return Object.fromEntries(
    Object.entries(state.fields).map(([name, message]) => [name, { type: "server", message }]),
  );
}
