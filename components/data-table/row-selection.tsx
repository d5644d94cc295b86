"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** The boxes by which rows are chosen for a form; the form may stand anywhere on the page. */
const boxesOf = (form: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`input[name=id][form="${form}"]`),
];

/** Chooses every row of the page, or none. */
export function SelectPage({ form }: { form: string }) {
  const t = useTranslations("lists");
  const box = useRef<HTMLInputElement>(null);
  const selected = useSelected(form);
  useEffect(() => {
    if (!box.current) return;
    const { length } = boxesOf(form);
    box.current.checked = length > 0 && selected === length;
    box.current.indeterminate = selected > 0 && selected < length;
  }, [form, selected]);
  return (
    <label className="flex items-center p-1">
      <span className="sr-only">{t("selectPage")}</span>
      <input
        ref={box}
        type="checkbox"
        autoComplete="off"
        className="size-4 shrink-0 cursor-pointer accent-accent"
        onChange={(event) => selectRows(form, event.target.checked)}
      />
    </label>
  );
}

/** Ticks or clears all boxes of the page. */
export function selectRows(form: string, isSelected: boolean): void {
  for (const box of boxesOf(form)) box.checked = isSelected;
  document.dispatchEvent(new Event("change"));
}

/** The ids of the rows that are chosen for a form. */
export const selectedRows = (form: string): string[] =>
  boxesOf(form)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);

/** How many rows are chosen for a form. */
export function useSelected(form: string): number {
  const [selected, setSelected] = useState(0);
  useEffect(() => {
    const count = () => setSelected(selectedRows(form).length);
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, [form]);
  return selected;
}
