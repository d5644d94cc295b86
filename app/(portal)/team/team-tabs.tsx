import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tab-links";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import type { Action, Resource } from "@/lib/core/access/matrix";

const tabs = [
  { key: "members", href: "/team", needs: ["read", "staff"] },
  { key: "reviews", href: "/team/reviews", needs: ["update", "admin"] },
  { key: "departures", href: "/team/departures", needs: ["delete", "admin"] },
  { key: "roleHistory", href: "/team/role-history", needs: ["read", "audit-log"] },
] as const satisfies { key: string; href: string; needs: [Action, Resource] }[];

type Props = { actor: Member; current: (typeof tabs)[number]["key"] };

/** The way between the pages about the team, as far as the viewer may open them. */
export async function TeamTabs({ actor, current }: Props) {
  const t = await getTranslations("team");
  const open = tabs.filter(({ needs: [action, resource] }) => may(actor, action, resource));
  if (open.length < 2) return null;
  return (
    <TabLinks
      label={t("title")}
      current={current}
      tabs={open.map(({ key, href }) => ({ key, href, label: t(`tabs.${key}`) }))}
    />
  );
}
