import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Pager } from "@/components/data-table/pager";
import { EmptyState } from "@/components/ui/empty-state";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import type { ListParameters } from "@/lib/core/lists/list-address";
import { type FoundCustomers, searchCustomers } from "@/lib/support/search/search-customers";
import { CustomerRow } from "./customer-row";

type Props = {
  actor: Member;
  input: { search: string; cursor?: string | undefined };
  parameters: ListParameters;
};

/** Whom the words may mean, how many they are, and what to do next with each. */
export async function FoundCustomersOf({ actor, input, parameters }: Props) {
  const t = await getTranslations("support");
  const lists = await getTranslations("lists");
  const found = await withErrorPages(() => searchCustomers(actor, input));
  if (found.rows.length === 0) {
    return (
      <div role="status" className="border-t border-line">
        <EmptyState icon={SearchX} title={t("foundNobody")}>
          {t("foundHint")}
        </EmptyState>
      </div>
    );
  }
  const rights = {
    diagnose: may(actor, "update", "end-user") && may(actor, "create", "note"),
    sendLink: may(actor, "update", "device"),
    openCase: may(actor, "create", "case"),
  };
  return (
    <>
      <p role="status" className="px-5 pb-3 text-[13px] text-ink-soft tabular-nums">
        <FoundTotal found={found} />
        {found.isLikely && <span className="block">{lists("likely")}</span>}
      </p>
      <ClientMessages namespaces={["diagnosis", "connections"]}>
        <ul aria-label={t("results")} className="divide-y divide-line border-t border-line">
          {found.rows.map((customer) => (
            <CustomerRow
              key={customer.id}
              customer={customer}
              words={found.words}
              rights={rights}
            />
          ))}
        </ul>
      </ClientMessages>
      {(found.next ?? found.previous) && (
        <Pager
          path="/support"
          parameters={parameters}
          next={found.next}
          previous={found.previous}
        />
      )}
    </>
  );
}

async function FoundTotal({ found: { rows, total } }: { found: FoundCustomers }) {
  const t = await getTranslations("support");
  const numbers = { shown: rows.length, count: total.count };
  if (total.isMore) return t("foundMore", numbers);
  return rows.length === total.count ? t("found", numbers) : t("foundPart", numbers);
}
