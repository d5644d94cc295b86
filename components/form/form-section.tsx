import type { ReactNode } from "react";

/** Fields of a long form that belong together, under a heading. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-6 first-of-type:border-0 first-of-type:pt-0">
      <legend className="float-left mb-4 w-full text-[15px] font-semibold text-ink">{title}</legend>
      <div className="clear-both grid gap-5">{children}</div>
    </fieldset>
  );
}
