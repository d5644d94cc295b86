import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getDiagnosis } from "@/lib/support/diagnosis/run-diagnosis";
import { RunDiagnosisForm } from "../diagnosis-forms";
import { diagnosisWords } from "../diagnosis-words";
import { DiagnosisText } from "./diagnosis-text";
import { groupsOf } from "./finding-groups";
import { FindingsCard } from "./findings-card";
import { RelevantEntries } from "./relevant-entries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diagnosis"))("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function DiagnosisPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("diagnosis");
  const format = await getFormatter();
  const { id } = await params;
  const run = await withErrorPages(() => getDiagnosis(actor, { id }));
  const say = await diagnosisWords();
  const groups = groupsOf(run.findings);
  const count = (verdict: string) =>
    run.findings.filter((finding) => finding.verdict === verdict).length;
  const ran = t("ranBy", {
    name: run.ranByName,
    moment: format.dateTime(run.createdAt, "moment"),
  });
  const summary = t("summary", { problems: count("problem"), warnings: count("warning") });
  const text = [
    `${t("of", { name: run.user.name })} (${ran})`,
    summary,
    ...groups.flatMap(({ name, findings }) => [
      "",
      name ?? t("person"),
      ...findings.map((finding) => {
        const words = say(finding);
        return `- ${t(`verdicts.${finding.verdict}`)} · ${words.name}: ${words.sentence}`;
      }),
    ]),
  ].join("\n");
  return (
    <ClientMessages namespaces={["diagnosis", "connections"]}>
      <PageHeader
        title={t("of", { name: run.user.name })}
        description={`${ran} · ${summary}`}
        crumbs={[{ label: run.user.name, href: `/users/${run.user.id}` }]}
        actions={
          <RunDiagnosisForm
            about={run.deviceId ? { deviceId: run.deviceId } : { userId: run.user.id }}
            label={t("again")}
          />
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          {groups.map(({ deviceId, name, findings }) => (
            <FindingsCard
              key={deviceId ?? "person"}
              title={name ?? t("person")}
              findings={findings.map((finding) => ({ ...finding, words: say(finding) }))}
              userId={run.user.id}
              deviceId={deviceId}
            />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t("copy")}>
            <DiagnosisText text={text} />
          </Card>
          <RelevantEntries actor={actor} />
        </div>
      </div>
    </ClientMessages>
  );
}
