import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";

const tones: Record<"open" | "overdue" | "closed", Tone> = {
  open: "info",
  overdue: "danger",
  closed: "success",
};

export function ReviewBadge({ state }: { state: "open" | "overdue" | "closed" }) {
  const t = useTranslations("accessReviews");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
