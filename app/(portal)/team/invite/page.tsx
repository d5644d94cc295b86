import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { RoleGuide } from "@/components/team/role-guide";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { InviteForm } from "./invite-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("invite") };
}

export default async function InvitePage() {
  const { actor, timeZone } = await requireMember();
  if (!may(actor, "create", "staff")) forbidden();
  const t = await getTranslations("team");
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("invite")}
        description={t("inviteHint")}
        crumbs={[{ label: t("title"), href: "/team" }]}
      />
      <Card>
        <ClientMessages namespaces={["team", "roles", "languages"]}>
          <InviteForm timeZone={timeZone} />
        </ClientMessages>
      </Card>
      <Card title={t("roleGuide")} isFlush>
        <RoleGuide />
      </Card>
    </div>
  );
}
