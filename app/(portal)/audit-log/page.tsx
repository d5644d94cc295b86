import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { requireMember } from "@/app/_request/viewer";
import { FilterChips } from "@/components/data-table/filter-chips";
import { type ListParameters, readParameters } from "@/components/data-table/list-address";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { Pager } from "@/components/data-table/pager";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/access/actor";
import { reachOf } from "@/lib/access/matrix";
import { auditActions } from "@/lib/audit/actions";
import { listAuditEvents, listAuditEventsInput } from "@/lib/audit/list-audit-events";
import { parseInput } from "@/lib/validation/parse-input";
import { AuditEventRow } from "./audit-event-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditLogPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  if (!reachOf(actor.role, "read", "audit-log")) forbidden();
  const t = await getTranslations("audit");
  const parameters = readParameters(await searchParams);
  await answeringRefusals(async () => parseInput(listAuditEventsInput, parameters));
  const filters = [
    {
      name: "action",
      label: t("action"),
      options: auditActions.map((action) => ({
        value: action,
        label: t(`actions.${action.replace(".", "_")}` as "actions.access_refused"),
      })),
    },
    { name: "from", label: t("from") },
    { name: "until", label: t("until") },
  ];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} />
        <FilterChips path="/audit-log" parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          <EventList actor={actor} parameters={parameters} />
        </Suspense>
      </Card>
    </>
  );
}

async function EventList({ actor, parameters }: { actor: Member; parameters: ListParameters }) {
  const t = await getTranslations("audit");
  const lists = await getTranslations("lists");
  const page = await answeringRefusals(() => listAuditEvents(actor, parameters));
  if (page.rows.length === 0) {
    return (
      <EmptyState
        icon={ScrollText}
        title={lists("nothingFound")}
        action={<LinkButton href="/audit-log">{lists("clearAll")}</LinkButton>}
      >
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="divide-y divide-line border-t border-line">
        {page.rows.map((event) => (
          <AuditEventRow key={event.id} event={event} />
        ))}
      </ol>
      <Pager path="/audit-log" parameters={parameters} next={page.next} previous={page.previous} />
    </>
  );
}
