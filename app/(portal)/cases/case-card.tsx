import { getTranslations } from "next-intl/server";
import { OpenCases } from "@/components/support/open-cases";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { listOpenCases } from "@/lib/support/cases/read-cases";

type Props = { actor: Member; userId: string; deviceId?: string };

/** The open cases of a customer or about a device, and the way to open another. */
export async function CaseCard({ actor, userId, deviceId }: Props) {
  const t = await getTranslations("cases");
  if (!may(actor, "read", "case")) return null;
  const cases = await listOpenCases(actor, deviceId ? { deviceId } : { userId });
  const query = new URLSearchParams({ user: userId, ...(deviceId && { device: deviceId }) });
  return (
    <Card
      title={t("ofCustomer")}
      actions={
        may(actor, "create", "case") && (
          <LinkButton href={`/cases/new?${query}`} size="small">
            {t("create")}
          </LinkButton>
        )
      }
    >
      <OpenCases cases={cases} whenNone={t("none")} />
    </Card>
  );
}
