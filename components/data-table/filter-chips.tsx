import { X } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type ListParameters, listAddress, splitParameters } from "@/lib/core/lists/list-address";
import type { ListFilter } from "./list-toolbar";

type FilterChipsProps = { path: string; parameters: ListParameters; filters: ListFilter[] };

/**
 * Every active filter with a way to take it off. A parameter that the list does not know is shown too,
 * so that nobody wonders why a shared address shows something else.
 */
export async function FilterChips({ path, parameters, filters }: FilterChipsProps) {
  const t = await getTranslations("lists");
  const { filters: chosen, arrangement } = splitParameters(parameters);
  const active = Object.entries(chosen);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("activeFilters")} className="flex flex-wrap items-center gap-2 px-5 pb-4">
      {active.flatMap(([name, value]) => {
        const filter = filters.find((candidate) => candidate.name === name);
        const label =
          filter?.label ?? (name === "search" ? t("search") : t("unknownFilter", { name }));
        const values = filter?.isMultiple ? value.split(",") : [value];
        return values.map((one) => {
          const shown = filter?.options?.find((option) => option.value === one)?.label ?? one;
          const others = values.filter((other) => other !== one).join(",");
          return (
            <li key={`${name} ${one}`}>
              <Link
                href={listAddress(path, parameters, { [name]: others })}
                aria-label={t("removeFilter", { label, value: shown })}
                className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line-strong bg-sunken px-3 text-[13px] text-ink-soft hover:text-ink"
              >
                <span className="max-w-56 truncate">
                  {label}: <span className="text-ink">{shown}</span>
                </span>
                <X aria-hidden className="size-3.5" />
              </Link>
            </li>
          );
        });
      })}
      <li>
        <Link
          href={listAddress(path, arrangement)}
          className="inline-flex min-h-7 items-center rounded-sm px-1 text-[13px] text-accent hover:underline"
        >
          {t("clearAll")}
        </Link>
      </li>
    </ul>
  );
}
