"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { tagInput } from "@/lib/customers/tags/tag-schema";
import { addTagAction, removeTagAction } from "../actions";

/** `latest` changes with each tag, so that the field is empty again after one has been given. */
export function AddTagForm({
  id,
  offered,
  latest,
}: {
  id: string;
  /** Tags that others carry. */
  offered: string[];
  latest: string;
}) {
  const t = useTranslations("users");
  return (
    <ActionForm
      key={latest}
      action={addTagAction}
      schema={tagInput}
      label={t("addTag")}
      className="gap-3"
    >
      <HiddenField name="id" value={id} />
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField name="tag" label={t("tag")} list="tags-of-the-team" autoComplete="off" />
        </div>
        <SubmitButton tone="secondary">{t("addTag")}</SubmitButton>
      </div>
      <datalist id="tags-of-the-team">
        {offered.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </ActionForm>
  );
}

/** A tag with a button that takes it away. */
export function TagChip({ id, tag }: { id: string; tag: string }) {
  const t = useTranslations("users");
  return (
    <ActionForm
      action={removeTagAction}
      schema={tagInput}
      label={t("removeTag", { tag })}
      className="gap-2"
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="tag" value={tag} />
      <button
        type="submit"
        aria-label={t("removeTag", { tag })}
        className="inline-flex items-center gap-1.5 rounded-full bg-sunken py-0.5 pr-1.5 pl-3 text-[13px] leading-6 text-ink-soft hover:text-ink"
      >
        {tag}
        <X aria-hidden className="size-3.5" />
      </button>
    </ActionForm>
  );
}
