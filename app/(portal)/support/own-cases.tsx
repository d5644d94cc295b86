import { getTranslations } from "next-intl/server";
import { OpenCases } from "@/components/support/open-cases";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/core/access/actor";
import { listOpenCases } from "@/lib/support/cases/read-cases";
import { MoreLink } from "../dashboard/board-list";

/** The cases that are assigned to the viewer. */
export async function OwnCases({ actor }: { actor: Member }) {
  const t = await getTranslations("support");
  return (
    <Card title={t("ownCases")} actions={<MoreLink href="/cases">{t("allCases")}</MoreLink>}>
      <OpenCases cases={await listOpenCases(actor, {})} whenNone={t("noCases")} />
    </Card>
  );
}
