import type { ReactNode } from "react";

export type Description = { label: string; value: ReactNode };

/** Names and values in two columns; a dash stands for what is not known. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-2">
      {items.map((item) => (
        <div key={item.label} className="min-w-0">
          <dt className="text-[13px] leading-5 text-ink-faint">{item.label}</dt>
          <dd className="text-sm leading-6 break-words text-ink">
            {item.value === null || item.value === undefined || item.value === ""
              ? "–"
              : item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
