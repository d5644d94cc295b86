import { Download, ScrollText, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { type ListPageProps, parseListAddress } from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { MatchingMembers } from "@/components/data-table/matching-members";
import { Pager } from "@/components/data-table/pager";
import { buttonClasses, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/core/access/actor";
import { scopeOf } from "@/lib/core/access/matrix";
import { auditActions } from "@/lib/core/audit/actions";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";
import { personParts } from "@/lib/platform/audit/audit-filter-schema";
import type { exportFormats } from "@/lib/platform/audit/export-audit-events";
import { listAuditEvents, listAuditEventsInput } from "@/lib/platform/audit/list-audit-events";
import { auditSources } from "@/lib/platform/audit/sources";
import { AuditEventRow } from "./audit-event-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditLogPage(props: ListPageProps) {
  const { actor } = await requireMember();
  if (!scopeOf(actor.role, "read", "audit-log")) forbidden();
  const t = await getTranslations("audit");
  const address = await parseListAddress(listAuditEventsInput, props, ["action"]);
  const { parameters } = address;
  const filters = [
    {
      name: "action",
      label: t("action"),
      isMultiple: true,
      options: auditActions.map((action) => ({
        value: action,
        label: t(`actions.${action.replace(".", "_")}` as "actions.access_refused"),
      })),
    },
    {
      name: "source",
      label: t("source"),
      options: auditSources.map((source) => ({ value: source, label: t(`sources.${source}`) })),
    },
    { name: "person", label: t("person"), isText: true },
    {
      name: "personAs",
      label: t("personAs"),
      options: personParts.map((part) => ({ value: part, label: t(`personParts.${part}`) })),
    },
    { name: "from", label: t("from") },
    { name: "until", label: t("until") },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ExportLink parameters={parameters} format="csv" label={t("exportCsv")} />
            <ExportLink parameters={parameters} format="jsonl" label={t("exportJson")} />
            <LinkButton href="/team/role-history">{t("roleHistory")}</LinkButton>
            <LinkButton href="/audit-log/verification">
              <ShieldCheck aria-hidden className="size-4" />
              {t("verify")}
            </LinkButton>
          </>
        }
      />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
        <FilterChips path="/audit-log" parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          <EventList actor={actor} parameters={parameters} />
        </Suspense>
      </Card>
    </>
  );
}

/** A plain link, since the answer is a file: it carries the filters of the list. */
function ExportLink({
  parameters,
  format,
  label,
}: {
  parameters: ListParameters;
  format: (typeof exportFormats)[number];
  label: string;
}) {
  const { size, cursor, direction, ...filters } = parameters;
  return (
    <a
      href={listAddress("/audit-log/export", filters, { format })}
      download
      className={buttonClasses()}
    >
      <Download aria-hidden className="size-4" />
      {label}
    </a>
  );
}

type ListProps = { actor: Member; parameters: ListParameters };

async function EventList({ actor, parameters }: ListProps) {
  const t = await getTranslations("audit");
  const lists = await getTranslations("lists");
  const page = await withErrorPages(() => listAuditEvents.from(actor, parameters));
  const matches = (
    <MatchingMembers people={page.people} path="/audit-log" parameters={parameters} />
  );
  if (page.rows.length === 0) {
    return (
      <>
        {matches}
        <EmptyState
          icon={ScrollText}
          title={lists("nothingFound")}
          action={<LinkButton href="/audit-log">{lists("clearAll")}</LinkButton>}
        >
          {t("noneHint")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {matches}
      <ol className="divide-y divide-line border-t border-line">
        {page.rows.map((event) => (
          <AuditEventRow key={event.id} event={event} />
        ))}
      </ol>
      <Pager path="/audit-log" parameters={parameters} next={page.next} previous={page.previous} />
    </>
  );
}
