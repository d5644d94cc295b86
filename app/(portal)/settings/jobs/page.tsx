import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { listJobs } from "@/lib/operations/jobs/organization-jobs";
import { JobForms } from "./job-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

const tones = {
  waiting: "neutral",
  running: "info",
  retrying: "warning",
  failed: "danger",
} as const satisfies Record<string, Tone>;

const counts = ["waiting", "running", "retrying", "failed"] as const;

export default async function JobsPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("jobs");
  const { queues, jobs } = await withErrorPages(() => listJobs(actor, {}));
  const mayUpdate = may(actor, "update", "organization-settings");
  const nameOf = (task: string) =>
    t.has(`tasks.${task}` as "tasks.send-mail") ? t(`tasks.${task}` as "tasks.send-mail") : task;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <LiveRefresh everyMilliseconds={10_000} />
      <PageHeader title={t("title")} description={t("description")} />
      {queues.length === 0 ? (
        <Card>
          <EmptyState icon={CircleCheck} title={t("empty")}>
            {t("emptyHint")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card title={t("queues")}>
            <div className="overflow-x-auto">
              <table className="w-full text-left text-sm">
                <thead className="text-[13px] text-ink-faint">
                  <tr>
                    <th scope="col" className="py-1.5 pr-4 font-medium">
                      {t("task")}
                    </th>
                    {counts.map((state) => (
                      <th key={state} scope="col" className="py-1.5 pr-4 text-right font-medium">
                        {t(`states.${state}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody className="divide-y divide-line">
                  {queues.map((queue) => (
                    <tr key={queue.task}>
                      <td className="py-2 pr-4 text-ink">{nameOf(queue.task)}</td>
                      {counts.map((state) => (
                        <td key={state} className="py-2 pr-4 text-right tabular-nums text-ink-soft">
                          {queue[state]}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Card>
          <Card title={t("jobs")} isFlush>
            <ClientMessages namespaces={["jobs"]}>
              <ul className="divide-y divide-line border-t border-line">
                {jobs.map((job) => (
                  <li key={job.id} className="flex flex-wrap items-center gap-3 px-5 py-3 text-sm">
                    <Badge tone={tones[job.state]}>{t(`states.${job.state}`)}</Badge>
                    <span className="min-w-48 flex-1">
                      <span className="text-ink">{nameOf(job.task)}</span>
                      <span className="block text-[13px] text-ink-faint">
                        {t("tries", { tries: job.attempts })} · <Moment value={job.runAt} />
                      </span>
                      {job.reason && (
                        <span className="block break-words text-[13px] text-ink-soft">
                          {job.reason}
                        </span>
                      )}
                    </span>
                    {mayUpdate && job.state !== "running" && <JobForms id={job.id} />}
                  </li>
                ))}
              </ul>
            </ClientMessages>
          </Card>
        </>
      )}
    </div>
  );
}
