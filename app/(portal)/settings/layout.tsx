import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireMember } from "@/app/_request/viewer";
import { may } from "@/lib/access/authorize";
import { SettingsLinks } from "./settings-links";

const parts = [
  { key: "organization", href: "/settings", reads: "organization-settings" },
  { key: "appearance", href: "/settings/appearance", reads: "organization-settings" },
  { key: "connections", href: "/settings/connections", reads: "organization-settings" },
  { key: "mail", href: "/settings/mail", reads: "organization-settings" },
  { key: "terms", href: "/settings/terms", reads: "organization-settings" },
  { key: "apiCredentials", href: "/settings/api-credentials", reads: "api-credentials" },
  { key: "webhooks", href: "/settings/webhooks", reads: "webhook" },
  { key: "security", href: "/settings/security", reads: "security" },
  { key: "auditStream", href: "/settings/audit-stream", reads: "organization-settings" },
  { key: "billing", href: "/settings/billing", reads: "billing" },
  { key: "jobs", href: "/settings/jobs", reads: "organization-settings" },
  { key: "data", href: "/settings/data", reads: "organization-settings" },
] as const;

/** The way between the parts of the settings. Each page asks for its own rights. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireMember();
  const t = await getTranslations("settings");
  const links = parts
    .filter(({ reads }) => may(actor, "read", reads))
    .map(({ key, href }) => ({ href, label: t(`parts.${key}`) }));
  return (
    <>
      {links.length > 0 && <SettingsLinks links={links} label={t("partsLabel")} />}
      {children}
    </>
  );
}
