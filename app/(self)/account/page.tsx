import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { ClientMessages } from "@/app/_request/client-messages";
import { requireViewer } from "@/app/_request/viewer";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnAccount } from "@/lib/account/get-own-account";
import { ChangePasswordForm, EndOtherSessionsForm, ProfileForm } from "./account-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

const outcomes = ["profile", "password", "sessions"] as const;

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function AccountPage({ searchParams }: Props) {
  const { actor, timeZone } = await requireViewer();
  const t = await getTranslations("account");
  const account = await answeringRefusals(() => getOwnAccount(actor, {}));
  const { saved } = await searchParams;
  const outcome = outcomes.find((candidate) => candidate === saved);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} description={account.email} />
      <ClientMessages namespaces={["account", "languages", "password"]}>
        <div className="flex flex-col gap-4">
          {outcome && <Notice tone="success">{t(`saved.${outcome}`)}</Notice>}
          <Card title={t("profile")}>
            <ProfileForm
              values={{
                firstName: account.firstName,
                lastName: account.lastName,
                phone: account.phone,
                language: account.language ?? "en",
                timeZone: account.timeZone ?? timeZone,
              }}
            />
          </Card>
          <Card title={t("changePassword")} description={t("changePasswordHint")}>
            <ChangePasswordForm
              email={account.email}
              context={[account.firstName, account.lastName, account.email]}
            />
          </Card>
          <Card title={t("sessions")} description={t("sessionsHint")}>
            <ul className="mb-5 flex flex-col divide-y divide-line">
              {account.sessions.map((session) => (
                <li
                  key={session.id}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate text-sm text-ink">
                      {session.userAgent ?? t("unknownDevice")}
                    </span>
                    <span className="block text-[13px] leading-5 text-ink-faint">
                      {session.clientAddress ?? "–"} · {t("lastSeen")}{" "}
                      <Moment value={session.lastSeenAt} />
                    </span>
                  </span>
                  {session.isCurrent && <Badge tone="success">{t("thisSession")}</Badge>}
                </li>
              ))}
            </ul>
            {account.sessions.length > 1 && <EndOtherSessionsForm />}
          </Card>
        </div>
      </ClientMessages>
    </div>
  );
}
