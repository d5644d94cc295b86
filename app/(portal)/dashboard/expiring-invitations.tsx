import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import type { getWorkQueue } from "@/lib/support/work-queue/get-work-queue";
import { Lines, MoreLink, Row } from "./board-list";

type Props = { invitations: Awaited<ReturnType<typeof getWorkQueue>>["expiringInvitations"] };

/** Colleagues whose invitation is about to expire or has expired. */
export async function ExpiringInvitations({ invitations }: Props) {
  const t = await getTranslations("home");
  return (
    <Card
      title={t("invitations")}
      actions={<MoreLink href="/team?status=invited">{t("all")}</MoreLink>}
      isFlush
    >
      <ul className="divide-y divide-line border-t border-line">
        {invitations.map(({ id, name, email, expiresAt, isExpired }) => (
          <Row key={id} href={`/team/${id}`}>
            <Lines first={name} second={email} />
            <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
              {isExpired ? (
                <Badge tone="warning">{t("expired")}</Badge>
              ) : (
                t.rich("expires", { when: () => <Moment value={expiresAt} /> })
              )}
            </span>
          </Row>
        ))}
      </ul>
    </Card>
  );
}
