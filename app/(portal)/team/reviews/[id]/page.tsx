import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ReviewBadge } from "@/components/team/review-badge";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getAccessReview } from "@/lib/team/access-reviews/read-access-reviews";
import { CloseReviewForm } from "../review-forms";
import { ReviewItem } from "./review-item";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessReviews"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function AccessReviewPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("accessReviews");
  const team = await getTranslations("team");
  const review = await withErrorPages(async () => getAccessReview(actor, await params));
  const decided = review.items.filter((item) => item.decision).length;
  const isOpen = review.closedAt === null;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4">
      <PageHeader
        title={t("one")}
        badge={<ReviewBadge state={review.state} />}
        description={
          <>
            {t("startedAt")} <Moment value={review.createdAt} as="day" /> · {t("dueAt")}{" "}
            <Moment value={review.dueAt} as="moment" /> ·{" "}
            {t("decidedOf", { decided, members: review.items.length })}
          </>
        }
        crumbs={[
          { label: team("title"), href: "/team" },
          { label: t("title"), href: "/team/reviews" },
        ]}
        actions={(["csv", "pdf"] as const).map((format) => (
          <a
            key={format}
            href={`/team/reviews/${review.id}/report?format=${format}`}
            download
            className={buttonClasses()}
          >
            <Download aria-hidden className="size-4" />
            {t(`formats.${format}`)}
          </a>
        ))}
      />
      {review.closedAt && (
        <Notice tone="success">
          {t("signedBy")} {review.signature}, <Moment value={review.closedAt} as="moment" />
        </Notice>
      )}
      <ClientMessages namespaces={["accessReviews"]}>
        <Card title={t("members")} description={t("membersHint")} isFlush>
          <ul className="border-t border-line">
            {review.items.map((item) => (
              <ReviewItem key={item.id} item={item} isOpen={isOpen} />
            ))}
          </ul>
        </Card>
        {isOpen && (
          <Card title={t("close")} description={t("closeHint")}>
            <CloseReviewForm id={review.id} name={actor.name} />
          </Card>
        )}
      </ClientMessages>
    </div>
  );
}
