import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import type { AccessReview } from "@/lib/team/access-reviews/read-access-reviews";
import { ConfirmMemberForm } from "../review-forms";

const tones: Record<"confirmed" | "changed" | "suspended" | "removed", Tone> = {
  confirmed: "success",
  changed: "info",
  suspended: "warning",
  removed: "neutral",
};

/** One member of a review: as they were when it started, and what was decided or can be. */
export function ReviewItem({
  item,
  isOpen,
}: {
  item: AccessReview["items"][number];
  isOpen: boolean;
}) {
  const t = useTranslations("accessReviews");
  const roles = useTranslations("roles");
  return (
    <li className="border-line not-last:border-b">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
        <span className="min-w-0 flex-1 basis-56">
          <span className="block truncate text-sm font-medium text-ink">{item.memberName}</span>
          <span className="block truncate text-[13px] leading-5 text-ink-faint">
            {item.memberEmail} · {roles(item.role)} · {t("lastSeen")}{" "}
            <Moment value={item.lastSeenAt} fallback={t("neverSeen")} />
          </span>
        </span>
        {item.decision ? (
          <span className="text-right">
            <Badge tone={tones[item.decision]}>{t(`decisions.${item.decision}`)}</Badge>
            <span className="block text-[13px] leading-5 text-ink-faint">
              {item.decidedByName} · <Moment value={item.decidedAt} as="moment" />
            </span>
          </span>
        ) : (
          <Badge tone="warning">{t(item.isSelf ? "yourself" : "undecided")}</Badge>
        )}
      </div>
      {item.note && (
        <p className="px-5 pb-3 text-[13px] leading-5 text-ink-soft">
          {t("quoted", { text: item.note })}
        </p>
      )}
      {isOpen && !item.decision && !item.isSelf && (
        <Disclosure title={t("decide", { name: item.memberName })}>
          <div className="grid gap-5 sm:grid-cols-2">
            <ConfirmMemberForm itemId={item.id} />
            <div className="text-sm text-ink-soft">
              <p>{t("otherwise")}</p>
              <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
                <ItemLink href={`/team/${item.memberId}`}>{t("toMember")}</ItemLink>
                <ItemLink href={`/team/${item.memberId}/departure`}>{t("toDeparture")}</ItemLink>
              </p>
            </div>
          </div>
        </Disclosure>
      )}
    </li>
  );
}

function ItemLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="rounded-sm text-[13px] leading-6 text-accent hover:underline">
      {children}
    </Link>
  );
}
