import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Lets lists and tables reach the card's edges. */
  isFlush?: boolean;
};

export function Card({ title, description, actions, children, className, isFlush }: CardProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={title ? heading : undefined}
      className={cn("min-w-0 rounded-xl border border-line bg-surface", className)}
    >
      {title && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 sm:flex-nowrap">
          <div className="min-w-0">
            <h2 id={heading} className="text-[15px] leading-6 font-semibold text-ink">
              {title}
            </h2>
            {description && (
              <p className="mt-0.5 text-[13px] leading-5 text-ink-faint">{description}</p>
            )}
          </div>
          {actions && <div className="shrink-0">{actions}</div>}
        </header>
      )}
      <div className={isFlush ? (title ? "pt-3" : undefined) : "px-5 py-4"}>{children}</div>
    </section>
  );
}
