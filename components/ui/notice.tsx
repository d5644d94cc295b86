import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

type NoticeTone = "info" | "success" | "warning" | "danger";

const looks: Record<NoticeTone, { icon: LucideIcon; classes: string; iconClasses: string }> = {
  info: { icon: Info, classes: "border-info/30 bg-info-soft", iconClasses: "text-info" },
  success: {
    icon: CircleCheck,
    classes: "border-success/30 bg-success-soft",
    iconClasses: "text-success",
  },
  warning: {
    icon: TriangleAlert,
    classes: "border-warning/30 bg-warning-soft",
    iconClasses: "text-warning",
  },
  danger: {
    icon: CircleAlert,
    classes: "border-danger/30 bg-danger-soft",
    iconClasses: "text-danger",
  },
};

/** A message that stays where it is. */
export function Notice({ tone = "info", children }: { tone?: NoticeTone; children: ReactNode }) {
  const { icon: Icon, classes, iconClasses } = looks[tone];
  return (
    <div
      role="status"
      className={cn("flex gap-2.5 rounded-lg border px-4 py-3 text-sm text-ink", classes)}
    >
      <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", iconClasses)} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
