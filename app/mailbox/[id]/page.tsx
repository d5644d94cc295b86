import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { getMailboxMessage } from "@/lib/platform/mail/mailbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailbox"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function MessagePage({ params }: Props) {
  const { id } = await params;
  const message = await withErrorPages(() => getMailboxMessage(id));
  const t = await getTranslations("mailbox");
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-8">
      <PageHeader title={message.subject} crumbs={[{ label: t("title"), href: "/mailbox" }]} />
      <Card>
        <DescriptionList
          items={[
            { label: t("from"), value: message.from },
            { label: t("to"), value: message.to },
            {
              label: t("received"),
              value: <Moment value={new Date(message.receivedAt)} as="moment" />,
            },
          ]}
        />
      </Card>
      <iframe
        title={message.subject}
        src={`/mailbox/${id}/body`}
        sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"
        className="h-160 w-full rounded-xl border border-line bg-white"
      />
      <Card isFlush>
        <Disclosure title={t("plainText")}>
          <pre className="overflow-x-auto font-mono text-[13px] leading-5 whitespace-pre-wrap text-ink">
            {message.text}
          </pre>
        </Disclosure>
      </Card>
    </main>
  );
}
