import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireViewer } from "@/app/_server/viewer";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ownPath } from "@/lib/identity/auth/own-path";
import { ConfirmIdentityForm } from "./confirm-identity-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondFactor"))("confirmTitle") };
}

type Props = { searchParams: Promise<{ next?: string }> };

/** Where somebody is sent who asked for something grave by a link. */
export default async function ConfirmIdentityPage({ searchParams }: Props) {
  await requireViewer();
  const t = await getTranslations("secondFactor");
  const { next } = await searchParams;
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={t("confirmTitle")} description={t("confirmIntro")} />
      <Card>
        <ClientMessages namespaces={["secondFactor"]}>
          <ConfirmIdentityForm next={ownPath(next, "/")} />
        </ClientMessages>
      </Card>
    </div>
  );
}
