"use client";

import { cn } from "@/components/ui/class-names";
import { FieldFrame, useControl } from "./field-frame";

type FileFieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** What the browser offers to choose, like `.csv,text/csv`. */
  accept: string;
  isOptional?: boolean;
};

/** A file to send with the form. What was chosen is gone after a failed try: browsers allow no other. */
export function FileField({ name, label, hint, accept, isOptional = false }: FileFieldProps) {
  const { problem, look, attributes } = useControl(name, label, hint);
  return (
    <FieldFrame name={name} label={label} hint={hint} isOptional={isOptional} problem={problem}>
      <input
        type="file"
        accept={accept}
        className={cn(
          look,
          "h-10 cursor-pointer py-1.5 file:mr-3 file:rounded-md file:border-0 file:bg-sunken file:px-2.5 file:py-0.5 file:text-sm file:text-ink",
        )}
        {...attributes}
      />
    </FieldFrame>
  );
}
