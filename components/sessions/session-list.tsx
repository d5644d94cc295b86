import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";

type Session = {
  id: string;
  device: string | undefined;
  clientAddress: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent?: boolean;
};

type SessionListProps = {
  sessions: Session[];
  /** A way to end one session, where the viewer may. */
  endOne: (session: Session) => ReactNode;
};

/** Where somebody is logged in: with what, from which address, since when. */
export function SessionList({ sessions, endOne }: SessionListProps) {
  const t = useTranslations("sessions");
  if (sessions.length === 0) return <p className="text-sm text-ink-faint">{t("none")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
        >
          <span className="min-w-0 flex-1 basis-52">
            <span className="block truncate text-sm text-ink">
              {session.device ?? t("unknownDevice")}
            </span>
            <span className="block text-[13px] leading-5 text-ink-faint">
              {session.clientAddress ?? "–"} · {t("since")}{" "}
              <Moment value={session.createdAt} as="moment" /> · {t("lastSeen")}{" "}
              <Moment value={session.lastSeenAt} />
            </span>
          </span>
          {session.isCurrent ? <Badge tone="success">{t("this")}</Badge> : endOne(session)}
        </li>
      ))}
    </ul>
  );
}
