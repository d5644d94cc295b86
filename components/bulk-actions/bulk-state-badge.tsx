import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";

const tones = {
  draft: "neutral",
  collecting: "info",
  running: "info",
  done: "success",
  cancelled: "warning",
  failed: "danger",
} as const satisfies Record<string, Tone>;

export async function BulkStateBadge({ state }: { state: keyof typeof tones }) {
  const t = await getTranslations("bulk");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
