import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { editableMails } from "@/lib/platform/mail/mail-text-schema";
import { getMailSettings } from "@/lib/platform/mail/mail-texts";
import { MailSenderForm } from "./mail-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailSettings"))("title") };
}

const outcomes = ["savedSender", "savedText", "savedReset"] as const;

const mailGroups = Object.keys(editableMails) as (keyof typeof editableMails)[];

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function MailSettingsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("mailSettings");
  const languages = await getTranslations("languages");
  const settings = await withErrorPages(() => getMailSettings(actor, {}));
  const { saved } = await searchParams;
  const outcome = outcomes.find((candidate) => candidate === saved);
  const { mailSenderName, mailReplyTo } = settings;
  const own = new Map<string, readonly string[]>(
    settings.templates.map((each) => [each.template, each.own]),
  );
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {outcome && <Notice tone="success">{t(outcome)}</Notice>}
      <Card title={t("sender")}>
        <ClientMessages namespaces={["mailSettings"]}>
          <MailSenderForm
            key={`${mailSenderName} ${mailReplyTo}`}
            values={{
              mailSenderName: toFieldValue(mailSenderName),
              mailReplyTo: toFieldValue(mailReplyTo),
            }}
          />
        </ClientMessages>
      </Card>
      <Card title={t("texts")} description={t("textsHint")}>
        {mailGroups.map((group) => (
          <section key={group} aria-labelledby={`mails-${group}`} className="mt-4 first:mt-0">
            <h3 id={`mails-${group}`} className="text-[13px] font-medium text-ink-faint">
              {t(`groups.${group}`)}
            </h3>
            <ul className="flex flex-col divide-y divide-line">
              {editableMails[group].map((template) => (
                <li
                  key={template}
                  className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2.5"
                >
                  <span className="text-sm font-medium text-ink">{t(`templates.${template}`)}</span>
                  <span className="flex flex-wrap gap-x-6 text-sm">
                    {(["en", "de"] as const).map((language) => (
                      <span key={language} className="text-ink-faint">
                        <Link
                          href={`/settings/mail/${template}/${language}`}
                          className="text-accent underline underline-offset-2"
                        >
                          {languages(language)}
                        </Link>{" "}
                        ({t(own.get(template)?.includes(language) ? "own" : "ours")})
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Card>
    </div>
  );
}
