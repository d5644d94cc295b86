import { useFormatter, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";

type Status = "invited" | "active" | "suspended";

type MailState = "queued" | "sent" | "delivered" | "bounced" | "failed" | "cancelled";

type Invitation =
  | { kind: "open"; expiresAt: Date; mail: { state: MailState; reason: string | null } | undefined }
  | { kind: "expired"; expiresAt: Date }
  | { kind: "revoked" }
  | { kind: "accepted"; acceptedAt: Date };

const statusTones: Record<Status, Tone> = {
  invited: "info",
  active: "success",
  suspended: "warning",
};

/** Where a member stands. An invitation that can no longer be accepted shows through. */
export function MemberStatus({
  status,
  invitation,
  accessEndsAt,
  hasAccessEnded,
}: {
  status: Status;
  invitation?: Invitation | undefined;
  accessEndsAt: Date | null;
  hasAccessEnded: boolean;
}) {
  const t = useTranslations("team");
  const format = useFormatter();
  if (hasAccessEnded) return <Badge tone="warning">{t("accessEnded")}</Badge>;
  if (
    status === "invited" &&
    invitation &&
    invitation.kind !== "open" &&
    invitation.kind !== "accepted"
  ) {
    return <Badge tone="warning">{t(`invitationStates.${invitation.kind}`)}</Badge>;
  }
  return (
    <Badge tone={statusTones[status]}>
      {t(`statuses.${status}`)}
      {accessEndsAt && ` ${t("endsAt", { moment: format.dateTime(accessEndsAt, "moment") })}`}
    </Badge>
  );
}

/** What became of the invitation's mail, and until when the link holds. */
export function InvitationProgress({ invitation }: { invitation: Invitation | undefined }) {
  const t = useTranslations("team");
  const format = useFormatter();
  if (!invitation || invitation.kind === "accepted") return "–";
  if (invitation.kind === "revoked") return t("invitationStates.revoked");
  if (invitation.kind === "expired") {
    return t("expiredOn", { moment: format.dateTime(invitation.expiresAt, "moment") });
  }
  const { mail } = invitation;
  const hasFailed = mail?.state === "bounced" || mail?.state === "failed";
  return (
    <span>
      {mail && (
        <span className={hasFailed ? "font-medium text-danger" : undefined}>
          {t(`mailStates.${mail.state}`)}
        </span>
      )}
      {mail?.reason && (
        <span className="block text-[13px] leading-5 text-ink-faint">{mail.reason}</span>
      )}
      <span className="block text-[13px] leading-5 text-ink-faint">
        {t("validUntil", { moment: format.dateTime(invitation.expiresAt, "moment") })}
      </span>
    </span>
  );
}
