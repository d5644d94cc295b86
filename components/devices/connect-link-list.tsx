import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";

type Stage = "sent" | "opened" | "started" | "failed" | "completed" | "revoked" | "expired";

export type ShownConnectLink = {
  id: string;
  stage: Stage;
  channel: "copied" | "mail" | "bulk" | "automatic" | "api" | "self";
  createdByName: string | null;
  createdAt: Date;
  openedAt: Date | null;
  startedAt: Date | null;
  completedAt: Date | null;
};

const tones: Record<Stage, Tone> = {
  sent: "neutral",
  opened: "info",
  started: "info",
  failed: "warning",
  completed: "success",
  revoked: "neutral",
  expired: "neutral",
};

type Props = { links: ShownConnectLink[]; endForm: (link: ShownConnectLink) => ReactNode };

/** The links that were made, and how far each has come. */
export function ConnectLinkList({ links, endForm }: Props) {
  const t = useTranslations("connections");
  if (links.length === 0) return <p className="text-sm text-ink-faint">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {links.map((link) => (
        <li key={link.id} className="flex flex-col gap-1 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={tones[link.stage]}>{t(`stages.${link.stage}`)}</Badge>
            <span className="text-ink-soft">
              <Moment
                value={link.completedAt ?? link.startedAt ?? link.openedAt ?? link.createdAt}
              />
            </span>
          </span>
          <span className="text-[13px] text-ink-faint">
            {[
              t(`channels.${link.channel}`),
              link.channel === "automatic" ? null : link.createdByName,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {["sent", "opened", "started", "failed"].includes(link.stage) && endForm(link)}
        </li>
      ))}
    </ul>
  );
}
