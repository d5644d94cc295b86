import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireMember } from "@/app/_server/viewer";
import { may } from "@/lib/core/access/authorize";
import { SettingsLinks } from "./settings-links";

const settings = "organization-settings";

const groups = [
  {
    key: "organization",
    parts: [
      { key: "organization", href: "/settings", reads: settings },
      { key: "appearance", href: "/settings/appearance", reads: settings },
      { key: "mail", href: "/settings/mail", reads: settings },
      { key: "terms", href: "/settings/terms", reads: settings },
      { key: "billing", href: "/settings/billing", reads: "billing" },
    ],
  },
  {
    key: "links",
    parts: [
      { key: "connections", href: "/settings/connections", reads: settings },
      { key: "apiCredentials", href: "/settings/api-credentials", reads: "api-credentials" },
      { key: "webhooks", href: "/settings/webhooks", reads: "webhook" },
      { key: "auditStream", href: "/settings/audit-stream", reads: settings },
    ],
  },
  {
    key: "safety",
    parts: [
      { key: "security", href: "/settings/security", reads: "security" },
      { key: "jobs", href: "/settings/jobs", reads: settings },
      { key: "data", href: "/settings/data", reads: settings },
    ],
  },
] as const;

/** The way between the parts of the settings. Each page asks for its own rights. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireMember();
  const t = await getTranslations("settings");
  const shown = groups
    .map(({ key, parts }) => ({
      label: t(`groups.${key}`),
      links: parts
        .filter(({ reads }) => may(actor, "read", reads))
        .map((part) => ({ href: part.href, label: t(`parts.${part.key}`) })),
    }))
    .filter(({ links }) => links.length > 0);
  if (shown.length === 0) return children;
  return (
    <div className="xl:grid xl:grid-cols-[11rem_minmax(0,1fr)] xl:gap-10">
      <SettingsLinks groups={shown} label={t("partsLabel")} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
