import { Bookmark, UsersRound } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_server/client-messages";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { cn } from "@/components/ui/class-names";
import { PopoverPanel } from "@/components/ui/popover-panel";
import type { Member } from "@/lib/core/access/actor";
import {
  type ListParameters,
  listAddress,
  readParameters,
  toViewQuery,
} from "@/lib/core/lists/list-address";
import type { preferredLists } from "@/lib/core/lists/list-preference-schema";
import { listSavedViews } from "@/lib/support/list-views/saved-views";
import { DeleteViewForm, SaveViewForm } from "./saved-view-forms";

type Props = {
  actor: Member;
  list: (typeof preferredLists)[number];
  path: string;
  parameters: ListParameters;
};

/** Views of a list that somebody kept, with their numbers, and where the present one is kept. */
export async function SavedViews({ actor, list, path, parameters }: Props) {
  const t = await getTranslations("lists");
  const format = await getFormatter();
  const views = await withErrorPages(() => listSavedViews(actor, { list }));
  const present = toViewQuery(parameters);
  const current = views.find((view) => toViewQuery(readParameters(view.parameters)) === present);
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <nav aria-label={t("views")}>
        <ul className="flex flex-wrap gap-1">
          <ViewLink href={path} isCurrent={present === ""}>
            {t("allRecords")}
          </ViewLink>
          {views.map((view) => (
            <ViewLink
              key={view.id}
              href={listAddress(path, readParameters(view.parameters))}
              isCurrent={view.id === current?.id}
            >
              {view.isShared && (
                <>
                  <UsersRound aria-hidden className="size-3.5" />
                  <span className="sr-only">{t("shared")}</span>
                </>
              )}
              {view.name}
              {view.count !== undefined && (
                <span className="text-ink-faint tabular-nums">{format.number(view.count)}</span>
              )}
            </ViewLink>
          ))}
        </ul>
      </nav>
      {(present !== "" || current) && (
        <PopoverPanel
          isLow
          className="w-72"
          label={
            <>
              <Bookmark aria-hidden className="size-4" />
              {current ? t("thisView") : t("saveView")}
            </>
          }
        >
          <ClientMessages namespaces={[]}>
            {current?.isDeletable ? (
              <DeleteViewForm id={current.id} name={current.name} />
            ) : current ? (
              <p className="text-sm text-ink-soft">{t("viewOfOthers")}</p>
            ) : (
              <SaveViewForm key={present} list={list} parameters={present} />
            )}
          </ClientMessages>
        </PopoverPanel>
      )}
    </div>
  );
}

function ViewLink({
  href,
  isCurrent,
  children,
}: {
  href: string;
  isCurrent: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        className={cn(
          "inline-flex min-h-8 items-center gap-1.5 rounded-lg px-3 text-[13px] font-medium",
          isCurrent ? "bg-surface text-ink shadow-xs" : "text-ink-soft hover:text-ink",
        )}
      >
        {children}
      </Link>
    </li>
  );
}
