import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = {
  title: string;
  description?: string;
  isDangerous?: boolean;
  children: ReactNode;
};

/** Something to do that stays folded until it is wanted. Works without JavaScript. */
export function Disclosure({ title, description, isDangerous, children }: DisclosureProps) {
  return (
    <details className="group border-line not-last:border-b">
      <summary className="flex items-center justify-between gap-4 px-5 py-3.5 hover:bg-sunken/60">
        <span className="min-w-0">
          <span className={`block text-sm font-medium ${isDangerous ? "text-danger" : "text-ink"}`}>
            {title}
          </span>
          {description && (
            <span className="block text-[13px] leading-5 text-ink-faint">{description}</span>
          )}
        </span>
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      <div className="px-5 pt-1 pb-5">{children}</div>
    </details>
  );
}
