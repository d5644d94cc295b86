"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { buttonClasses } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { ModalDialog } from "@/components/ui/modal-dialog";
import { type PaletteEntry, useFound } from "./palette-results";
import { hasShortcuts, setShortcuts } from "./shortcuts";

/** Finds people, devices, pages and what one can do, from anywhere, by Ctrl or Cmd and K. */
export function CommandPalette({ entries }: { entries: PaletteEntry[] }) {
  const t = useTranslations("shell");
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const openByKeys = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setIsOpen((wasOpen) => !wasOpen);
    };
    document.addEventListener("keydown", openByKeys);
    return () => document.removeEventListener("keydown", openByKeys);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        aria-keyshortcuts="Control+K Meta+K"
        className={cn(buttonClasses({ size: "small" }), "text-ink-faint max-sm:w-9 max-sm:px-0")}
      >
        <Search aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{t("palette.open")}</span>
        <kbd
          aria-hidden
          className="rounded border border-line px-1 font-sans text-[11px] max-sm:hidden"
        >
          Ctrl K
        </kbd>
      </button>
      <ModalDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        aria-label={t("palette.title")}
        className="mx-auto mt-[12vh] w-[min(36rem,92vw)] rounded-xl border border-line bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/40"
      >
        <Palette entries={entries} onDone={() => setIsOpen(false)} />
      </ModalDialog>
    </>
  );
}

function Palette({ entries, onDone }: { entries: PaletteEntry[]; onDone: () => void }) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const ids = useId();
  const [term, setTerm] = useState("");
  const [active, setActive] = useState(0);
  const { found, isLooking } = useFound(term);
  const words = term.toLowerCase().trim();
  const named = entries.filter(({ label }) => label.toLowerCase().includes(words));
  const shown = [...found, ...named];
  const chosen = shown[Math.min(active, shown.length - 1)];

  function open(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onDone();
    router.push(entry.href);
  }

  function move(event: React.KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setActive((active + by + shown.length) % Math.max(1, shown.length));
    else if (event.key === "Enter" && !isLooking) open(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <input
          role="combobox"
          aria-label={t("title")}
          aria-expanded="true"
          aria-controls={`${ids}list`}
          aria-activedescendant={chosen && `${ids}${shown.indexOf(chosen)}`}
          aria-autocomplete="list"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it
          autoFocus
          value={term}
          placeholder={t("placeholder")}
          onChange={(event) => {
            setTerm(event.target.value);
            setActive(0);
          }}
          onKeyDown={move}
          className="h-12 w-full bg-transparent text-[15px] text-ink outline-none placeholder:text-ink-faint"
        />
      </div>
      <div
        id={`${ids}list`}
        role="listbox"
        aria-label={t("results")}
        className="max-h-[50vh] overflow-y-auto p-2"
      >
        {shown.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which names the active option
          <div
            key={`${entry.kind} ${entry.href}`}
            id={`${ids}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={entry === chosen}
            onClick={() => open(entry)}
            onPointerMove={() => setActive(index)}
            className={cn(
              "flex cursor-pointer items-center justify-between gap-4 rounded-lg px-3 py-2 text-sm",
              entry === chosen && "bg-accent-soft",
            )}
          >
            <span className="min-w-0 truncate">
              {entry.label}
              {entry.detail && <span className="ml-2 text-ink-soft">{entry.detail}</span>}
            </span>
            <span className="shrink-0 text-xs text-ink-soft">{t(`kinds.${entry.kind}`)}</span>
          </div>
        ))}
      </div>
      <p role="status" className="px-5 pb-3 text-sm text-ink-soft empty:hidden">
        {isLooking ? t("looking") : shown.length === 0 ? t("nothing") : ""}
      </p>
      <label className="flex items-center gap-2 border-t border-line px-5 py-3 text-[13px] text-ink-soft">
        <input
          type="checkbox"
          defaultChecked={hasShortcuts()}
          onChange={(event) => setShortcuts(event.target.checked)}
          className="size-4 accent-accent"
        />
        {t("shortcuts")}
      </label>
    </>
  );
}
