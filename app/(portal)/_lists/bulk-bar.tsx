"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { selectedRows, selectRows, useSelected } from "@/components/data-table/row-selection";
import { ActionForm } from "@/components/form/action-form";
import { useInitialValue } from "@/components/form/field-frame";
import { HiddenField } from "@/components/form/fields";
import { useFieldIds } from "@/components/form/form-status";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClasses } from "@/components/ui/button";
import { type ListParameters, listAddress, toQuery } from "@/lib/core/lists/list-address";
import { type BulkAct, type BulkList, needsTag } from "@/lib/operations/bulk-actions/bulk-acts";
import { prepareBulkActionAction } from "../bulk-actions/actions";
import { bulkForm } from "./bulk-form";

export type BulkActsOfList = {
  list: BulkList | "building";
  /** What can be done to many of them; where that is nothing, they can still be taken out as a file. */
  acts: readonly BulkAct[];
  /** Tags there are already, to be offered. */
  tags: string[];
};

type Props = BulkActsOfList & {
  parameters: ListParameters;
  /** How many match, where that is known. */
  total: number | undefined;
  requestKey: string;
  /** Where the list is taken out as a file. */
  exportPath: string;
};

const control =
  "h-9 rounded-lg border border-line-strong bg-surface px-2.5 text-sm text-ink max-sm:w-full";

/** What can be done to the chosen rows. It shows itself once there are any, without JavaScript too. */
export function BulkBar({ list, acts, tags, parameters, total, requestKey, exportPath }: Props) {
  const t = useTranslations("bulk");
  const selected = useSelected(bulkForm);
  const [scope, setScope] = useState<"selected" | "matching">("selected");
  return (
    <div className="sticky bottom-0 z-10 hidden rounded-b-xl border-t border-line bg-surface px-5 py-3 shadow-[0_-4px_12px_rgb(0_0_0/0.06)] [body:has(input[form=bulk-action]:checked)_&]:block">
      <ActionForm
        key={requestKey}
        id={bulkForm}
        action={prepareBulkActionAction}
        label={t("title")}
        className="gap-3"
      >
        <HiddenField name="list" value={list} />
        <HiddenField name="parameters" value={toQuery(parameters)} />
        <HiddenField name="requestKey" value={requestKey} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink">
            <legend className="sr-only">{t("scope")}</legend>
            {(["selected", "matching"] as const).map((value) => (
              <label key={value} className="flex items-center gap-2">
                <input
                  type="radio"
                  name="scope"
                  value={value}
                  checked={scope === value}
                  onChange={() => setScope(value)}
                  className="accent-accent"
                />
                {value === "selected"
                  ? t("selected", { count: selected })
                  : t("matching", { count: total ?? -1 })}
              </label>
            ))}
          </fieldset>
          <div className="flex flex-1 flex-wrap items-center justify-end gap-2.5">
            {acts.length > 0 && <ActChoice acts={acts} />}
            {acts.some(needsTag) && (
              <span className="hidden max-sm:w-full [form:has(option[data-needs-tag]:checked)_&]:block">
                <TagInput tags={tags} />
              </span>
            )}
            {acts.length > 0 && <SubmitButton size="small">{t("continue")}</SubmitButton>}
            <button
              type="button"
              className={buttonClasses({ size: "small" })}
              onClick={() => {
                const chosen = { ids: selectedRows(bulkForm).join(",") };
                const exported = scope === "selected" ? chosen : parameters;
                window.location.assign(listAddress(exportPath, exported));
              }}
            >
              <Download aria-hidden className="size-4" />
              {t("export")}
            </button>
            <button
              type="button"
              className={buttonClasses({ tone: "quiet", size: "small" })}
              onClick={() => {
                setScope("selected");
                selectRows(bulkForm, false);
              }}
            >
              {t("clear")}
            </button>
          </div>
        </div>
      </ActionForm>
    </div>
  );
}

/** Nothing is chosen at first, so that no action is run by mistake. */
function ActChoice({ acts }: { acts: readonly BulkAct[] }) {
  const t = useTranslations("bulk");
  const { field } = useFieldIds("act");
  const initial = useInitialValue("act");
  return (
    <select
      id={field}
      name="act"
      aria-label={t("act")}
      defaultValue={initial ?? ""}
      className={control}
    >
      <option value="">{t("chooseAct")}</option>
      {acts.map((offered) => (
        <option key={offered} value={offered} data-needs-tag={needsTag(offered) || undefined}>
          {t(`acts.${offered}`)}
        </option>
      ))}
    </select>
  );
}

function TagInput({ tags }: { tags: string[] }) {
  const t = useTranslations("bulk");
  const { field } = useFieldIds("tag");
  const list = useId();
  return (
    <>
      <input
        id={field}
        name="tag"
        aria-label={t("tag")}
        placeholder={t("tag")}
        list={list}
        maxLength={40}
        autoComplete="off"
        className={control}
      />
      <datalist id={list}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}
