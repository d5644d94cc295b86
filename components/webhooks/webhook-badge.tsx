import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";

const tones = {
  active: "success",
  failing: "warning",
  disabled: "neutral",
} as const satisfies Record<string, Tone>;

/** Whether a webhook is told, and takes what it is told. */
export function WebhookBadge({ state }: { state: keyof typeof tones }) {
  const t = useTranslations("webhooks");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
