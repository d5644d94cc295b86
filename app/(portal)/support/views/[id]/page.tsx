import { EyeOff } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { readOwnRecord } from "@/app/_server/read-own-record";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { OwnRecord } from "@/components/end-users/own-record";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readerOfView, readSupportView } from "@/lib/support/search/support-views";
import { EndViewForm } from "../view-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("support"))("view.title") };
}

type Props = { params: Promise<{ id: string }> };

/** An end-user's own page, as they see it, for somebody of the team. */
export default async function SupportViewPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("support.view");
  const { id } = await params;
  const { userId, open } = await withErrorPages(() => readSupportView(actor, { id }));
  const users = await getTranslations("users");
  if (!open) {
    return (
      <MessagePage
        icon={EyeOff}
        title={t("over")}
        action={<LinkButton href={`/users/${userId}`}>{users("one")}</LinkButton>}
      >
        {t("overText")}
      </MessagePage>
    );
  }
  const format = await getFormatter();
  const own = await getTranslations("me");
  const record = await withErrorPages(() => readOwnRecord(readerOfView(actor, open, userId)));
  const { me } = record;
  return (
    <div className="mx-auto max-w-3xl">
      <div className="sticky top-2 z-10 mb-6">
        <Notice tone="warning">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {t("banner", { name: open.name, until: format.dateTime(open.expiresAt, "moment") })}
            </span>
            <ClientMessages namespaces={["support"]}>
              <EndViewForm id={id} />
            </ClientMessages>
          </div>
        </Notice>
      </div>
      <PageHeader
        title={own("greeting", { name: me.firstName ?? me.name })}
        description={own("description")}
      />
      <OwnRecord {...record} />
    </div>
  );
}
