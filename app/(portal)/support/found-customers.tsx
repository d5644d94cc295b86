import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { FoundCustomer } from "@/lib/support/search/find-customers";
import { RunDiagnosisForm } from "../diagnoses/diagnosis-forms";

/** Whom the words may mean, and what to do next with each. */
export function FoundCustomers({ customers }: { customers: FoundCustomer[] }) {
  const t = useTranslations("support");
  return (
    <div className="mt-4">
      <p role="status" className="text-sm text-ink-soft">
        {t("found", { count: customers.length })}
        {customers.length === 0 && <span className="block text-ink-faint">{t("foundHint")}</span>}
      </p>
      <ul className="mt-2 divide-y divide-line">
        {customers.map(({ id, name, detail, match }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <span className="min-w-56 flex-1">
              <Link href={`/users/${id}`} className="font-medium text-ink hover:underline">
                {name}
              </Link>
              <span className="block text-[13px] leading-5 text-ink-faint">
                {[t(`matches.${match.kind}`, { name: match.name }), detail]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <RunDiagnosisForm about={{ userId: id }} label={t("diagnose")} />
            <LinkButton href={`/cases/new?user=${id}`} size="small">
              {t("openCase")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
