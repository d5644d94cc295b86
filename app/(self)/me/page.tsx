import { UserCog } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { readOwnRecord } from "@/app/_server/read-own-record";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { remedyOf } from "@/components/end-users/own-device-status";
import { OwnRecord } from "@/components/end-users/own-record";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { ConnectForm } from "./connect-forms";
import { RemedyForm } from "./remedy-form";
import { requireEndUser } from "./require-end-user";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

/** Readings come by the minute. */
const refreshMilliseconds = 30_000;

/** An end-user's own page: how their devices are, what to do, and whom to ask. */
export default async function OwnPage() {
  const actor = await requireEndUser();
  const t = await getTranslations("me");
  const record = await withErrorPages(() => readOwnRecord(actor));
  const { me, devices } = record;
  const wrong = devices.filter((device) => remedyOf(device) !== undefined).length;
  return (
    <div className="mx-auto max-w-3xl">
      <LiveRefresh everyMilliseconds={refreshMilliseconds} />
      <PageHeader
        title={t("greeting", { name: me.firstName ?? me.name })}
        description={
          devices.length === 0
            ? t("description")
            : wrong > 0
              ? t("needOwner", { wrong })
              : t("allWorking", { total: devices.length })
        }
        actions={
          <LinkButton href="/account">
            <UserCog aria-hidden className="size-4" />
            {t("account")}
          </LinkButton>
        }
      />
      <ClientMessages namespaces={["connections"]}>
        <OwnRecord
          {...record}
          remedyFor={(device) => <RemedyForm device={device} />}
          connect={<ConnectForm isFirst={devices.length === 0} />}
          devicePath="/me/devices"
        />
      </ClientMessages>
    </div>
  );
}
