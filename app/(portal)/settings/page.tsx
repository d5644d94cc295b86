import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { environment } from "@/lib/core/env";
import { addressOfSlug } from "@/lib/core/organizations/organization-host";
import { getOrganizationSettings } from "@/lib/organization/settings/organization-settings";
import { mcpPath } from "@/partner-api/base";
import { OrganizationForm } from "./organization-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function SettingsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("settings");
  const organization = await withErrorPages(() => getOrganizationSettings(actor, {}));
  const { saved } = await searchParams;
  const { BASE_URL } = environment();
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("title")} description={t("description")} />
      <Card>
        <ClientMessages namespaces={["settings", "languages"]}>
          <OrganizationForm
            isSaved={saved !== undefined}
            version={organization.version}
            address={addressOfSlug(organization.slug, BASE_URL)}
            assistantsAddress={`${BASE_URL}${mcpPath}`}
            values={{
              name: organization.name,
              slug: organization.slug,
              defaultLanguage: organization.defaultLanguage,
              timeZone: organization.timeZone,
              country: toFieldValue(organization.country),
              reviewEveryMonths: String(organization.reviewEveryMonths),
              suspendInactiveDays: toFieldValue(organization.suspendInactiveDays),
              secondFactorRule: organization.secondFactorRule,
              allowsAssistants: organization.allowsAssistants,
              allowedEmailDomains: organization.allowedEmailDomains.join("\n"),
              passwordLeastLength: String(organization.passwordLeastLength),
              retainAuditMonths: toFieldValue(organization.retainAuditMonths),
              retainMailDays: String(organization.retainMailDays),
              sessionIdleMinutes: String(organization.sessionIdleMinutes),
              sessionAbsoluteHours: String(organization.sessionAbsoluteHours),
            }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
