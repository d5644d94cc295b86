import type { ReactNode } from "react";
import { cn } from "./class-names";

type Description = { label: string; value: ReactNode };

type Props = {
  items: Description[];
  /** For many short values. */
  isDense?: boolean;
  /** For values that may not hold any more. */
  isMuted?: boolean;
};

/** Names and values in columns; a dash means unknown. */
export function DescriptionList({ items, isDense, isMuted }: Props) {
  return (
    <dl
      className={cn(
        "grid gap-x-8 gap-y-3",
        isDense ? "grid-cols-2 sm:grid-cols-3" : "grid-cols-1 sm:grid-cols-2",
      )}
    >
      {items.map((item) => (
        <div key={item.label} className="min-w-0">
          <dt className="text-[13px] leading-5 text-ink-faint">{item.label}</dt>
          <dd
            className={cn("text-sm leading-6 break-words", isMuted ? "text-ink-soft" : "text-ink")}
          >
            {item.value === null || item.value === undefined || item.value === ""
              ? "–"
              : item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
