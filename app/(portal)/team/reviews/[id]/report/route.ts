import { getFormatter, getMessages } from "next-intl/server";
import { downloadHeaders } from "@/app/_server/download";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { toCalendarDay } from "@/lib/core/calendar-day";
import type { Messages } from "@/lib/core/i18n/messages";
import { getAccessReview } from "@/lib/team/access-reviews/read-access-reviews";
import { writeReviewCsv, writeReviewPdf } from "@/lib/team/access-reviews/write-report";

type Context = { params: Promise<{ id: string }> };

/** The report of a review, to file: CSV, or PDF for `format=pdf`. */
export const GET = routeHandler(async (request, { params }: Context) => {
  const { actor, organization } = await requireMember();
  const review = await getAccessReview(actor, await params);
  const format = await getFormatter();
  const messages = (await getMessages()) as Messages;
  const wording = {
    words: messages.accessReviews.report,
    decisions: messages.accessReviews.decisions,
    roles: messages.roles,
    moment: (value: Date | null) => (value ? format.dateTime(value, "moment") : ""),
    organizationName: organization.name,
  };
  const isPdf = new URL(request.url).searchParams.get("format") === "pdf";
  const body = isPdf
    ? new Uint8Array(await writeReviewPdf(review, wording))
    : writeReviewCsv(review, wording);
  const day = toCalendarDay(review.createdAt, organization.timeZone);
  return new Response(body, {
    headers: downloadHeaders(
      `access-review-${day}.${isPdf ? "pdf" : "csv"}`,
      isPdf ? "application/pdf" : "text/csv; charset=utf-8",
    ),
  });
});
