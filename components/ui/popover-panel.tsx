"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { buttonClasses } from "./button";
import { cn } from "./class-names";

/**
 * A button that opens a panel below it. Opens without JavaScript; with it, Escape and a click elsewhere
 * close it again.
 */
export function PopoverPanel({
  label,
  className,
  isLow,
  children,
}: {
  label: ReactNode;
  /** Looks of the panel. */
  className?: string;
  /** In a toolbar: as low as its fields, and on narrow screens a part of it. */
  isLow?: boolean;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeFromOutside = (event: PointerEvent) => {
      const { current } = panel;
      if (current?.open && !current.contains(event.target as Node)) current.open = false;
    };
    document.addEventListener("pointerdown", closeFromOutside);
    return () => document.removeEventListener("pointerdown", closeFromOutside);
  }, []);
  return (
    <details
      ref={panel}
      className={cn("relative", isLow && "max-sm:w-full")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !panel.current?.open) return;
        panel.current.open = false;
        panel.current.querySelector("summary")?.focus();
      }}
    >
      <summary
        className={cn(
          buttonClasses(),
          "list-none [&::-webkit-details-marker]:hidden",
          isLow && "h-9! max-sm:w-full",
        )}
      >
        {label}
      </summary>
      <div
        className={cn(
          "absolute right-0 z-20 mt-2 max-w-[90vw] rounded-xl border border-line bg-surface p-4 shadow-lg max-sm:right-auto max-sm:left-0",
          isLow && "max-sm:static max-sm:w-full max-sm:max-w-none max-sm:shadow-none",
          className,
        )}
      >
        {children}
      </div>
    </details>
  );
}
