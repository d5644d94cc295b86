import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";

type State = "open" | "waiting" | "solved";
type Priority = "low" | "normal" | "high" | "urgent";

const stateTones: Record<State, Tone> = { open: "info", waiting: "neutral", solved: "success" };
const priorityTones: Record<Priority, Tone> = {
  low: "neutral",
  normal: "neutral",
  high: "warning",
  urgent: "danger",
};

export function CaseStateBadge({ state }: { state: State }) {
  const t = useTranslations("cases.states");
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>;
}

export function CasePriorityBadge({ priority }: { priority: Priority }) {
  const t = useTranslations("cases.priorities");
  return <Badge tone={priorityTones[priority]}>{t(priority)}</Badge>;
}
