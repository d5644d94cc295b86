import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { InvoiceState } from "@/lib/organization/billing/read-invoices";

const tones: Record<InvoiceState, Tone> = { open: "info", overdue: "danger", paid: "success" };

export function InvoiceBadge({ state }: { state: InvoiceState }) {
  const t = useTranslations("billing");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
