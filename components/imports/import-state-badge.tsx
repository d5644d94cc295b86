import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";

const tones = {
  reading: "info",
  waiting: "neutral",
  mapping: "neutral",
  checking: "info",
  checked: "neutral",
  running: "info",
  done: "success",
  cancelled: "warning",
  failed: "danger",
  undone: "neutral",
} as const satisfies Record<string, Tone>;

export async function ImportStateBadge({ state }: { state: keyof typeof tones }) {
  const t = await getTranslations("imports");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
