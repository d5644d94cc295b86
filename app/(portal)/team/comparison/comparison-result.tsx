"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClasses, LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Comparison } from "@/lib/team/members/compare-with-employees";

/** A page shows so many of a group; the rest are counted. */
const most = 200;

const MAX_NAMED_LINES = 10;

export function ComparisonResult({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("team.comparison");
  const { matched, gone, missing, differing, faultyLines, looksWrong } = comparison;
  if (looksWrong) return <WrongFile comparison={comparison} />;
  return (
    <div className="flex flex-col gap-6">
      {faultyLines.length > 0 && (
        <Notice tone="warning">
          {t("faultyLines", {
            count: faultyLines.length,
            lines: faultyLines.slice(0, MAX_NAMED_LINES).join(", "),
          })}
        </Notice>
      )}
      <Notice tone={gone.length > 0 ? "warning" : "success"}>{t("summary", { matched })}</Notice>
      <Group title={t("gone")} none={t("goneNone")} count={gone.length}>
        {gone.slice(0, most).map((member) => (
          <Person key={member.id} {...member} action={`/team/${member.id}/departure`} />
        ))}
      </Group>
      {differing.length > 0 && (
        <Group title={t("differing")} none="" count={differing.length}>
          {differing.slice(0, most).map((member) => (
            <Person key={member.id} {...member} detail={t("onList", { number: member.onList })} />
          ))}
        </Group>
      )}
      <Group
        title={t("missing")}
        none={t("missingNone")}
        hint={t("missingHint")}
        count={missing.length}
      >
        {missing.slice(0, most).map((employee) => (
          <Person key={`${employee.externalUserId} ${employee.email}`} {...employee} />
        ))}
      </Group>
      <div>
        <StartAgain />
      </div>
    </div>
  );
}

/** Most of the team is not on the list: what follows from it would be wrong, so that nothing can be done with it. */
function WrongFile({ comparison: { matched, gone, missing } }: { comparison: Comparison }) {
  const t = useTranslations("team.comparison");
  const [example] = missing;
  return (
    <div className="flex flex-col gap-6">
      <Notice tone="danger">
        {t("looksWrong", { gone: gone.length, total: gone.length + matched })}
      </Notice>
      {example && (
        <p className="text-sm text-ink-soft">
          {t("readAs", {
            person: [example.externalUserId, example.name, example.email]
              .filter(Boolean)
              .join(" · "),
          })}
        </p>
      )}
      <div>
        <StartAgain />
      </div>
    </div>
  );
}

type GroupProps = {
  title: string;
  none: string;
  hint?: string;
  count: number;
  children: ReactNode;
};

function Group({ title, none, hint, count, children }: GroupProps) {
  const t = useTranslations("team.comparison");
  return (
    <section>
      <h2 className="text-[15px] font-semibold text-ink">
        {title} <span className="text-ink-faint tabular-nums">{count}</span>
      </h2>
      {count === 0 && <p className="text-sm text-ink-soft">{none}</p>}
      {count > 0 && hint && <p className="text-[13px] text-ink-faint">{hint}</p>}
      {count > 0 && <ul className="mt-2 flex flex-col divide-y divide-line">{children}</ul>}
      {count > most && (
        <p className="text-sm text-ink-soft">{t("more", { count: count - most })}</p>
      )}
    </section>
  );
}

type PersonProps = {
  id?: string;
  name: string;
  email: string;
  externalUserId: string | null;
  detail?: string;
  action?: string;
};

function Person({ id, name, email, externalUserId, detail, action }: PersonProps) {
  const t = useTranslations("team.comparison");
  const called = name || email || externalUserId;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 text-sm">
      <span className="min-w-0">
        {id ? (
          <Link href={`/team/${id}`} className="font-medium text-ink hover:underline">
            {called}
          </Link>
        ) : (
          <span className="font-medium text-ink">{called}</span>
        )}
        <span className="block text-[13px] leading-5 break-all text-ink-faint">
          {[email, externalUserId, detail].filter(Boolean).join(" · ")}
        </span>
      </span>
      {action && (
        <LinkButton href={action} size="small">
          {t("seeOff")}
        </LinkButton>
      )}
    </li>
  );
}

/** Reloads the page: a router link to the same address would keep the result. */
function StartAgain() {
  const t = useTranslations("team.comparison");
  return (
    <a href="/team/comparison" className={buttonClasses({})}>
      {t("again")}
    </a>
  );
}
