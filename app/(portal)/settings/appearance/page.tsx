import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { OrganizationLogo } from "@/components/shell/organization-logo";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getBranding } from "@/lib/platform/branding/branding";
import { BrandingForm } from "./branding-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appearance"))("title") };
}

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function AppearancePage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("appearance");
  const branding = await withErrorPages(() => getBranding(actor, {}));
  const { saved } = await searchParams;
  const { organizationId, logoHash, accentColor } = branding;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {saved !== undefined && <Notice tone="success">{t("saved")}</Notice>}
      <Card>
        {logoHash && (
          <div className="mb-5">
            <OrganizationLogo organizationId={organizationId} hash={logoHash} isLarge />
          </div>
        )}
        <ClientMessages namespaces={["appearance"]}>
          <BrandingForm
            key={`${accentColor} ${logoHash}`}
            accentColor={toFieldValue(accentColor)}
            hasLogo={logoHash !== null}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
