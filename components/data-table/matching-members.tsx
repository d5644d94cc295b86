import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";
import type { FoundMember } from "@/lib/core/people/search-members";

type Props = {
  /** Undefined where the list is of everybody. */
  people: FoundMember[] | undefined;
  path: string;
  parameters: ListParameters;
};

/** The members that a list's filter by person means, each with a way to mean only them. */
export async function MatchingMembers({ people, path, parameters }: Props) {
  if (!people) return null;
  const t = await getTranslations("lists");
  return (
    <div role="status" className="flex flex-wrap gap-x-3 gap-y-1 px-5 pb-4 text-[13px] leading-6">
      <span className="text-ink-faint">{t("matchingMembers", { count: people.length })}</span>
      {people.map((person) => (
        <span key={person.id} className="text-ink">
          {people.length > 1 ? (
            <Link
              href={listAddress(path, parameters, { person: person.email ?? person.id })}
              className="rounded-sm text-accent hover:underline"
            >
              {person.name}
            </Link>
          ) : (
            person.name
          )}
          {person.isFormer && <span className="text-ink-faint"> ({t("formerMember")})</span>}
        </span>
      ))}
    </div>
  );
}
