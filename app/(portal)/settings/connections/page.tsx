import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { ClientMessages } from "@/app/_request/client-messages";
import { requireMember } from "@/app/_request/viewer";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getConnectionSettings } from "@/lib/connections/connection-settings";
import { ConnectionSettingsForm } from "./connection-settings-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections.settings"))("title") };
}

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function ConnectionSettingsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("connections.settings");
  const { version, sendsReminders, ...numbers } = await answeringRefusals(() =>
    getConnectionSettings(actor, {}),
  );
  const { saved } = await searchParams;
  const texts = Object.entries(numbers).map(([name, value]) => [name, String(value)]);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {saved !== undefined && <Notice tone="success">{t("saved")}</Notice>}
      <Card>
        <ClientMessages namespaces={["connections"]}>
          <ConnectionSettingsForm
            version={version}
            values={{ ...Object.fromEntries(texts), sendsReminders }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
