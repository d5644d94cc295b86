import {
  BookOpen,
  FileUp,
  KeyRound,
  type LucideIcon,
  Palette,
  PlugZap,
  UserRoundPlus,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import type { Action, Resource } from "@/lib/core/access/matrix";
import { Row } from "./board-list";

type Step = { icon: LucideIcon; href: string; right: [Action, Resource] };

type StepName = "customers" | "team" | "look" | "manufacturers" | "api" | "handbook";

const steps: Record<StepName, Step> = {
  customers: { icon: FileUp, href: "/imports/new", right: ["create", "end-user"] },
  team: { icon: UserRoundPlus, href: "/team/invite", right: ["create", "staff"] },
  look: { icon: Palette, href: "/settings/appearance", right: ["update", "organization-settings"] },
  manufacturers: {
    icon: PlugZap,
    href: "/settings/connections",
    right: ["update", "organization-settings"],
  },
  api: {
    icon: KeyRound,
    href: "/settings/api-credentials/new",
    right: ["create", "api-credentials"],
  },
  handbook: { icon: BookOpen, href: "/handbook", right: ["read", "handbook"] },
};

const names = Object.keys(steps) as StepName[];

/** Where to begin in an organization that has no end-users yet: what this person may do of it. */
export async function GettingStarted({ actor }: { actor: Member }) {
  const t = await getTranslations("home");
  const open = names.filter((name) => may(actor, ...steps[name].right));
  return (
    <Card title={t("begin.title")} description={t("begin.hint")} isFlush>
      <ul className="divide-y divide-line border-t border-line">
        {open.map((name) => {
          const { icon: Icon, href } = steps[name];
          return (
            <Row key={name} href={href}>
              <Icon aria-hidden className="size-4 shrink-0 text-accent" />
              <span className="min-w-0">
                <span className="block text-sm leading-5 font-medium text-ink">
                  {t(`begin.${name}`)}
                </span>
                <span className="block text-[13px] leading-5 text-ink-faint">
                  {t(`begin.${name}Hint`)}
                </span>
              </span>
            </Row>
          );
        })}
      </ul>
    </Card>
  );
}
