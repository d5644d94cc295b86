import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type MessagePageProps = {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
};

/** A page that says one thing, and what to do next. */
export function MessagePage({ icon: Icon, title, children, action }: MessagePageProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-20 text-center">
      <span className="mb-5 grid size-12 place-items-center rounded-full bg-sunken text-ink-faint">
        <Icon aria-hidden className="size-6" />
      </span>
      <h1 className="text-xl font-semibold tracking-tight text-ink">{title}</h1>
      <div className="mt-2 text-sm text-ink-soft">{children}</div>
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
