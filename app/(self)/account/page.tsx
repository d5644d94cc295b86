import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireViewer } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { SessionList } from "@/components/sessions/session-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { findLanguageOfTag } from "@/lib/core/i18n/languages";
import { getOwnAccount } from "@/lib/identity/account/get-own-account";
import { getOwnSecondFactors } from "@/lib/identity/second-factor/own-second-factors";
import {
  ChangeAddressForm,
  ChangePasswordForm,
  EndOtherSessionsForm,
  EndSessionForm,
  ProfileForm,
  WithdrawAddressForm,
} from "./account-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

const outcomes = [
  "profile",
  "password",
  "sessions",
  "session",
  "address",
  "addressWithdrawn",
] as const;

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function AccountPage({ searchParams }: Props) {
  const { actor, timeZone } = await requireViewer();
  const t = await getTranslations("account");
  const account = await withErrorPages(() => getOwnAccount(actor, {}));
  const own = await withErrorPages(() => getOwnSecondFactors(actor, {}));
  const { saved } = await searchParams;
  const outcome = outcomes.find((candidate) => candidate === saved);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} description={account.email} />
      <ClientMessages namespaces={["account", "languages", "password", "sessions"]}>
        <div className="flex flex-col gap-4">
          {outcome && <Notice tone="success">{t(`saved.${outcome}`)}</Notice>}
          <Card title={t("profile")}>
            <ProfileForm
              values={{
                firstName: account.firstName,
                lastName: account.lastName,
                phone: account.phone,
                language: account.language ?? findLanguageOfTag(await getLocale()) ?? null,
                timeZone: account.timeZone ?? timeZone,
                exportSeparator: account.exportSeparator,
              }}
            />
          </Card>
          <Card title={t("changeAddress")} description={t("changeAddressHint")}>
            {account.addressChange ? (
              <WaitingAddress change={account.addressChange} />
            ) : (
              <ChangeAddressForm />
            )}
          </Card>
          <Card title={t("changePassword")} description={t("changePasswordHint")}>
            <ChangePasswordForm
              email={account.email}
              least={account.passwordLeastLength}
              context={[account.firstName, account.lastName, account.email]}
            />
          </Card>
          <Card
            title={t("secondFactor")}
            description={t("secondFactorHint")}
            actions={
              <LinkButton href="/account/second-factor" size="small">
                {t("secondFactorSetUp")}
              </LinkButton>
            }
          >
            <p className="text-sm text-ink-soft">
              {t("secondFactorCount", { count: own.factors.length })}
            </p>
          </Card>
          <Card
            title={t("tokens")}
            actions={
              <LinkButton href="/account/tokens" size="small">
                {t("tokensManage")}
              </LinkButton>
            }
          >
            <p className="text-sm text-ink-soft">{t("tokensHint")}</p>
          </Card>
          <Card title={t("sessions")} description={t("sessionsHint")}>
            <SessionList
              sessions={account.sessions}
              endOne={({ id }) => <EndSessionForm sessionId={id} />}
            />
            {account.sessions.length > 1 && (
              <div className="mt-5">
                <EndOtherSessionsForm />
              </div>
            )}
          </Card>
        </div>
      </ClientMessages>
    </div>
  );
}

type AddressChange = { email: string; oldConfirmedAt: Date | null; newConfirmedAt: Date | null };

/** A change of address under way: who has not confirmed yet, and the way back. */
async function WaitingAddress({ change }: { change: AddressChange }) {
  const t = await getTranslations("account");
  return (
    <div className="flex flex-col gap-4">
      <div className="text-sm">
        <p className="font-medium break-words text-ink">
          {t("addressWaiting", { email: change.email })}
        </p>
        {!change.oldConfirmedAt && <p className="text-ink-soft">{t("addressWaitingOld")}</p>}
        {!change.newConfirmedAt && <p className="text-ink-soft">{t("addressWaitingNew")}</p>}
      </div>
      <WithdrawAddressForm />
    </div>
  );
}
