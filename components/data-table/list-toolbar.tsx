"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { buttonClasses } from "@/components/ui/button";
import type { ListParameters } from "./list-address";

export type ListFilter = {
  name: string;
  label: string;
  /** Options of a choice; without them the filter is a date. */
  options?: { value: string; label: string }[];
};

type ListToolbarProps = {
  parameters: ListParameters;
  filters: ListFilter[];
  searchLabel?: string;
};

const typingPause = 250;

/**
 * Search and filters of a list, kept in its address. A plain GET form before JavaScript; with it, the
 * list follows as one types.
 */
export function ListToolbar({ parameters, filters, searchLabel }: ListToolbarProps) {
  const t = useTranslations("lists");
  const router = useRouter();
  const path = usePathname();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);

  function apply() {
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === "string" && value !== "") query.set(name, value);
    }
    startTransition(() =>
      router.replace(query.size > 0 ? `${path}?${query}` : path, { scroll: false }),
    );
  }

  function applySoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      apply();
    }, typingPause);
  }

  /** Whoever leaves the search for a link has found it: a late search must not undo that click. */
  function applyUnlessLeaving(next: EventTarget | null) {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!(next instanceof HTMLAnchorElement)) apply();
  }

  return (
    <form
      ref={form}
      method="get"
      aria-label={t("search")}
      aria-busy={isPending}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        timer.current = undefined;
        apply();
      }}
      className="flex flex-wrap items-end gap-2.5 px-5 py-4"
    >
      {["sort", "direction", "size"].map(
        (name) =>
          parameters[name] && (
            <input key={name} type="hidden" name={name} value={parameters[name]} />
          ),
      )}
      {searchLabel && (
        <div className="relative min-w-52 flex-1">
          <Search aria-hidden className="absolute top-2.5 left-3 size-4 text-ink-faint" />
          <input
            type="search"
            name="search"
            aria-label={searchLabel}
            placeholder={searchLabel}
            defaultValue={parameters.search ?? ""}
            onChange={applySoon}
            onBlur={(event) => applyUnlessLeaving(event.relatedTarget)}
            autoComplete="off"
            className="h-9 w-full rounded-lg border border-line-strong bg-surface pr-3 pl-9 text-sm text-ink placeholder:text-ink-faint"
          />
        </div>
      )}
      {filters.map((filter) => (
        <FilterControl
          key={`${filter.name} ${parameters[filter.name] ?? ""}`}
          filter={filter}
          value={parameters[filter.name] ?? ""}
          onChange={apply}
        />
      ))}
      <noscript>
        <button type="submit" className={buttonClasses({ size: "small" })}>
          {t("apply")}
        </button>
      </noscript>
    </form>
  );
}

function FilterControl({
  filter,
  value,
  onChange,
}: {
  filter: ListFilter;
  value: string;
  onChange: () => void;
}) {
  const classes =
    "h-9 max-w-48 rounded-lg border border-line-strong bg-surface px-2.5 text-sm text-ink max-sm:max-w-none max-sm:flex-1";
  if (!filter.options) {
    return (
      <label className="flex items-center gap-2 text-[13px] text-ink-faint">
        {filter.label}
        <input
          type="date"
          name={filter.name}
          defaultValue={value}
          onChange={onChange}
          className={classes}
        />
      </label>
    );
  }
  return (
    <select
      name={filter.name}
      aria-label={filter.label}
      defaultValue={value}
      onChange={onChange}
      className={classes}
    >
      <option value="">{filter.label}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
