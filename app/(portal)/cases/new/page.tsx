import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { readParameters } from "@/lib/core/lists/list-address";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { listColleagues } from "@/lib/support/cases/read-cases";
import { NewCaseForm } from "./new-case-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("create") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCasePage({ searchParams }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "create", "case")) forbidden();
  const t = await getTranslations("cases");
  const { user, device = "" } = readParameters(await searchParams);
  const colleagues = await withErrorPages(() => listColleagues(actor, {}));
  const customer = user ? await withErrorPages(() => getEndUser(actor, { id: user })) : undefined;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("create")}
        description={customer?.name}
        crumbs={[{ label: t("title"), href: "/cases" }]}
      />
      <Card>
        <ClientMessages namespaces={["cases"]}>
          <NewCaseForm
            colleagues={colleagues}
            ownId={actor.userId}
            userId={toFieldValue(customer?.id)}
            deviceId={device}
            devices={(customer?.devices ?? []).map(({ id, manufacturer, model }) => ({
              id,
              name: `${manufacturer} ${model}`,
            }))}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
