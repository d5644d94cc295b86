import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";

const tones: Record<"active" | "expired" | "revoked", Tone> = {
  active: "success",
  expired: "warning",
  revoked: "neutral",
};

/** Whether a client may still call, and whether its secret should be replaced. */
export function ApiClientBadge({
  state,
  isRotationDue,
}: {
  state: "active" | "expired" | "revoked";
  isRotationDue: boolean;
}) {
  const t = useTranslations("apiCredentials");
  if (state === "active" && isRotationDue) return <Badge tone="warning">{t("rotationDue")}</Badge>;
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
