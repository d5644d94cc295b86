"use client";

import { ListFilter as FilterIcon, Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { toFieldValue } from "@/components/form/field-value";
import { buttonClasses } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { PopoverPanel } from "@/components/ui/popover-panel";
import {
  type ListParameters,
  listAddress,
  readParameters,
  splitParameters,
} from "@/lib/core/lists/list-address";

export type ListFilter = {
  name: string;
  label: string;
  /** Options of a choice; without them the filter is a date, or a text where it says so. */
  options?: { value: string; label: string }[];
  isText?: boolean;
  /** Several options can be chosen at once; the address has them separated by commas. */
  isMultiple?: boolean;
};

/** More filters than these stand behind a button. */
const maxInline = 3;

type ListToolbarProps = {
  parameters: ListParameters;
  filters: ListFilter[];
  searchLabel?: string;
  /** More that belongs beside the filters. */
  children?: ReactNode;
};

const typingPause = 250;

/**
 * Search and filters of a list, kept in its address. A plain GET form before JavaScript; with it, the
 * list follows as one types.
 */
export function ListToolbar({ parameters, filters, searchLabel, children }: ListToolbarProps) {
  const t = useTranslations("lists");
  const router = useRouter();
  const path = usePathname();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);

  function apply() {
    if (!form.current) return;
    const multiple = filters.filter(({ isMultiple }) => isMultiple).map(({ name }) => name);
    const address = listAddress(path, readParameters(new FormData(form.current), multiple));
    startTransition(() => router.replace(address, { scroll: false }));
  }

  function applySoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      apply();
    }, typingPause);
  }

  /** A click on a link ends the search: a late result must not undo it. */
  function applyUnlessLeaving(next: EventTarget | null) {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!(next instanceof HTMLAnchorElement)) apply();
  }

  const isApart = filters.length > maxInline;
  const active = filters.filter(({ name }) => parameters[name]).length;
  const isActive = ({ name }: ListFilter) => Boolean(parameters[name]);
  const controls = filters.map((filter) => (
    <FilterControl
      // A list of checkboxes stays mounted, or its place would be lost at each choice.
      key={`${filter.name} ${filter.isMultiple ? isActive(filter) : toFieldValue(parameters[filter.name])}`}
      filter={filter}
      value={toFieldValue(parameters[filter.name])}
      onChange={filter.isText ? applySoon : apply}
      isLabelled={isApart}
    />
  ));

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
      {Object.entries(splitParameters(parameters).arrangement).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {searchLabel && (
        <div className="relative min-w-52 flex-1">
          <Search aria-hidden className="absolute top-2.5 left-3 size-4 text-ink-faint" />
          <input
            type="search"
            name="search"
            aria-label={searchLabel}
            placeholder={searchLabel}
            defaultValue={toFieldValue(parameters.search)}
            onChange={applySoon}
            onBlur={(event) => applyUnlessLeaving(event.relatedTarget)}
            autoComplete="off"
            className="h-9 w-full rounded-lg border border-line-strong bg-surface pr-3 pl-9 text-sm text-ink placeholder:text-ink-faint"
          />
        </div>
      )}
      {isApart ? (
        <PopoverPanel
          isLow
          className="grid w-[34rem] grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1 max-sm:border-0 max-sm:p-0"
          label={
            <>
              <FilterIcon aria-hidden className="size-4" />
              {t("filters")}
              {active > 0 && (
                <span className="rounded-full bg-accent px-1.5 text-[11px] leading-4 text-accent-ink tabular-nums">
                  {active}
                </span>
              )}
            </>
          }
        >
          {controls}
        </PopoverPanel>
      ) : (
        controls
      )}
      {children}
      <noscript>
        <button type="submit" className={buttonClasses({ size: "small" })}>
          {t("apply")}
        </button>
      </noscript>
    </form>
  );
}

/** Checkboxes of a filter that takes several options; they work as a form's fields before JavaScript. */
function ChoiceList({
  filter: { name, label, options = [] },
  value,
  onChange,
}: {
  filter: ListFilter;
  value: string;
  onChange: () => void;
}) {
  const chosen = value.split(",");
  return (
    <fieldset className="col-span-full">
      <legend className="mb-1 text-[13px] text-ink-faint">{label}</legend>
      <div className="grid max-h-52 grid-cols-2 gap-x-4 overflow-y-auto rounded-lg border border-line-strong px-2.5 py-1.5 max-sm:grid-cols-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-7 items-center gap-2 text-sm text-ink">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              onChange={onChange}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 break-words">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function FilterControl({
  filter,
  value,
  onChange,
  isLabelled,
}: {
  filter: ListFilter;
  value: string;
  onChange: () => void;
  /** Whether its name stands above it, as in a panel. */
  isLabelled: boolean;
}) {
  const t = useTranslations("lists");
  const classes = cn(
    "h-9 rounded-lg border border-line-strong bg-surface px-2.5 text-sm text-ink",
    isLabelled ? "w-full" : "max-w-48 max-sm:max-w-none max-sm:flex-1",
  );
  const label = isLabelled
    ? "flex flex-col gap-1 text-[13px] text-ink-faint"
    : "flex items-center gap-2 text-[13px] text-ink-faint";
  if (!filter.options) {
    return (
      <label className={label}>
        {filter.label}
        <input
          type={filter.isText ? "text" : "date"}
          name={filter.name}
          defaultValue={value}
          onChange={onChange}
          autoComplete="off"
          className={classes}
        />
      </label>
    );
  }
  if (filter.isMultiple) return <ChoiceList filter={filter} value={value} onChange={onChange} />;
  const select = (
    <select
      name={filter.name}
      {...(!isLabelled && { "aria-label": filter.label })}
      defaultValue={value}
      onChange={onChange}
      className={classes}
    >
      <option value="">{isLabelled ? t("any") : filter.label}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (!isLabelled) return select;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select stands inside it
    <label className={label}>
      {filter.label}
      {select}
    </label>
  );
}
