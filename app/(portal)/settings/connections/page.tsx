import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { getConnectorCredentials } from "@/lib/devices/connections/connector-credentials";
import { ConnectionSettingsForm } from "./connection-settings-form";
import { EnodeOffForm, EnodeOnForm } from "./enode-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections.settings"))("title") };
}

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function ConnectionSettingsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("connections.settings");
  const { version, sendsReminders, appSchemes, ...numbers } = await withErrorPages(() =>
    getConnectionSettings(actor, {}),
  );
  const { enode } = await withErrorPages(() => getConnectorCredentials(actor, {}));
  const format = await getFormatter();
  const { saved } = await searchParams;
  const texts = Object.entries(numbers).map(([name, value]) => [name, String(value)]);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {saved !== undefined && <Notice tone="success">{t("saved")}</Notice>}
      <Card>
        <ClientMessages namespaces={["connections"]}>
          <ConnectionSettingsForm
            version={version}
            values={{
              ...Object.fromEntries(texts),
              sendsReminders,
              appSchemes: appSchemes.join("\n"),
            }}
          />
        </ClientMessages>
      </Card>
      <Card title={t("enode")} description={t("enodeHint")}>
        <ClientMessages namespaces={["connections"]}>
          {enode ? (
            <div className="flex flex-col gap-4 text-sm text-ink-soft">
              <p>
                {t("isOn", {
                  since: format.dateTime(enode.since, "day"),
                  client: enode.clientId,
                })}
              </p>
              <EnodeOffForm />
            </div>
          ) : (
            <EnodeOnForm />
          )}
        </ClientMessages>
      </Card>
    </div>
  );
}
