import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Member } from "@/lib/core/access/actor";
import { countOpenWork } from "@/lib/support/work-queue/count-open-work";

/** Counted once for each request; without an answer the menu has no counts. */
const readOpenWork = cache((actor: Member) => countOpenWork(actor, {}).catch(() => undefined));

type Props = { actor: Member; kind: "cases" | "incidents" };

/** How much is open, beside an entry of the menu; nothing where nothing is. */
export async function OpenWorkCount({ actor, kind }: Props) {
  const t = await getTranslations("shell.openWork");
  const found = (await readOpenWork(actor))?.[kind];
  if (!found || found.count === 0) return null;
  const { count, isMore } = found;
  return (
    <span className="ml-auto rounded-full bg-sunken px-2 text-xs leading-5 text-ink-soft tabular-nums">
      <span aria-hidden>{isMore ? `${count}+` : count}</span>
      <span className="sr-only">{t(kind, { count })}</span>
    </span>
  );
}
