"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { addCaseNoteInput } from "@/lib/support/cases/case-schema";
import { writeCaseEntryAction } from "../actions";
import { type Colleague, ColleagueField } from "../case-fields";

type Template = { id: string; name: string; body: string };

type Props = {
  id: string;
  /** The last entry: one that was written leaves an empty form behind. */
  latest: string;
  /** Whether there is a customer to answer. */
  isAnswerable: boolean;
  colleagues: Colleague[];
  templates: Template[];
};

/** Answers the customer, or writes a note for the team. */
export function CaseComposer({ id, latest, isAnswerable, colleagues, templates }: Props) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      key={latest}
      action={writeCaseEntryAction}
      schema={addCaseNoteInput}
      values={{ kind: isAnswerable ? "answer" : "note" }}
      label={t("write")}
      className="group/composer gap-4"
    >
      <HiddenField name="id" value={id} />
      {isAnswerable ? (
        <fieldset className="flex gap-1 self-start rounded-lg bg-sunken p-1">
          <legend className="sr-only">{t("kind")}</legend>
          <KindChoice kind="answer">{t("answer")}</KindChoice>
          <KindChoice kind="note">{t("internalNote")}</KindChoice>
        </fieldset>
      ) : (
        <HiddenField name="kind" value="note" />
      )}
      {templates.length > 0 && isAnswerable && <TemplateMenu templates={templates} />}
      <TextArea name="body" label={t("message")} hint={<KindHint />} rows={5} />
      <div className="group-has-[input[value=answer]:checked]/composer:hidden">
        <ColleagueField name="mentions" label={t("mentions")} colleagues={colleagues} />
      </div>
      <div>
        <SubmitButton>
          <ByKind answer={t("send")} note={t("addNote")} />
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function KindChoice({ kind, children }: { kind: "answer" | "note"; children: ReactNode }) {
  const { register, formState } = useFormContext();
  const field = useId();
  return (
    <label
      htmlFor={field}
      className="cursor-pointer rounded-md border border-transparent px-3 py-1.5 text-[13px] font-medium text-ink-soft has-checked:border-line-strong has-checked:bg-surface has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2"
    >
      <input
        id={field}
        type="radio"
        value={kind}
        defaultChecked={formState.defaultValues?.kind === kind}
        className="sr-only"
        {...register("kind")}
      />
      {children}
    </label>
  );
}

/** Both texts are there before JavaScript, which style sheets choose from. */
function ByKind({ answer, note }: { answer: string; note: string }) {
  return (
    <>
      <span className="hidden group-has-[input[value=answer]:checked]/composer:inline">
        {answer}
      </span>
      <span className="group-has-[input[value=answer]:checked]/composer:hidden">{note}</span>
    </>
  );
}

function KindHint() {
  const t = useTranslations("cases");
  return <ByKind answer={t("answerHint")} note={t("hintOfNote")} />;
}

/** Puts the text of a template after what is written already. */
function TemplateMenu({ templates }: { templates: Template[] }) {
  const t = useTranslations("cases");
  const { getValues, setValue, setFocus } = useFormContext();
  const kind = useWatch({ name: "kind" });
  if (kind === "note") return null;
  return (
    <label className="flex items-center gap-2 text-[13px] text-ink-soft">
      {t("template")}
      <select
        value=""
        onChange={(event) => {
          const chosen = templates.find((template) => template.id === event.target.value);
          const written = String(getValues("body") ?? "").trimEnd();
          if (!chosen) return;
          setValue("body", written === "" ? chosen.body : `${written}\n\n${chosen.body}`);
          setFocus("body");
        }}
        className="h-8 max-w-60 rounded-lg border border-line-strong bg-surface px-2 text-[13px] text-ink"
      >
        <option value="">{t("insertTemplate")}</option>
        {templates.map((template) => (
          <option key={template.id} value={template.id}>
            {template.name}
          </option>
        ))}
      </select>
    </label>
  );
}
