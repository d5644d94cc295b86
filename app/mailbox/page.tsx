import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { listMailbox } from "@/lib/platform/mail/mailbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailbox"))("title") };
}

type Props = { searchParams: Promise<{ to?: string }> };

/** Everybody's mail, in demo and development. */
export default async function MailboxPage({ searchParams }: Props) {
  const { to } = await searchParams;
  const messages = await withErrorPages(() => listMailbox(to));
  const t = await getTranslations("mailbox");
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <PageHeader title={t("title")} description={t("description")} />
      <Card isFlush>
        {messages.length === 0 ? (
          <EmptyState icon={Inbox} title={t("none")} />
        ) : (
          <ul className="divide-y divide-line">
            {messages.map((message) => (
              <li key={message.id}>
                <Link
                  href={`/mailbox/${message.id}`}
                  className="block px-5 py-3 hover:bg-sunken/50"
                >
                  <span className="flex justify-between gap-4">
                    <span className="truncate font-medium text-ink">{message.subject}</span>
                    <span className="shrink-0 text-[13px] text-ink-faint">
                      <Moment value={new Date(message.receivedAt)} />
                    </span>
                  </span>
                  <span className="block truncate text-[13px] text-ink-soft">{message.to}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </main>
  );
}
