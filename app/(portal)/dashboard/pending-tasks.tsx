import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { PendingTask, TaskKind } from "@/lib/support/work-queue/pending-tasks";
import { Row } from "./board-list";

const places: Record<TaskKind, string> = {
  reviews: "/team/reviews",
  findings: "/settings/security",
  failedJobs: "/settings/jobs",
  invoices: "/settings/billing?state=overdue",
  bulkActions: "/bulk-actions",
  imports: "/imports",
};

/** What is to be done for the organization. */
export async function PendingTasks({ tasks }: { tasks: PendingTask[] }) {
  const t = await getTranslations("home");
  return (
    <Card title={t("tasks")} isFlush>
      <ul className="divide-y divide-line border-t border-line">
        {tasks.map(({ kind, count }) => (
          <Row key={kind} href={places[kind]}>
            <span className="text-sm text-ink">{t(`taskKinds.${kind}`, { count })}</span>
          </Row>
        ))}
      </ul>
    </Card>
  );
}
