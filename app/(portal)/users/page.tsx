import { UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type ListPageProps, parseListAddress } from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { LinkButton } from "@/components/ui/button";
import { may } from "@/lib/core/access/authorize";
import { endUserListSchema } from "@/lib/customers/end-users/end-user-list-schema";
import { countEndUsers, listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { listTags } from "@/lib/customers/tags/list-tags";
import { actsOfList } from "@/lib/operations/bulk-actions/bulk-acts";
import { listCountries } from "@/lib/support/list-views/list-countries";
import { jumpToRecord } from "../_lists/jump-to-record";
import { ListPage } from "../_lists/list-page";
import { endUserColumns } from "./end-user-columns";
import { endUserListFilters } from "./end-user-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

export default async function EndUsersPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("users");
  const address = await parseListAddress(endUserListSchema.input, props);
  await jumpToRecord(actor, address.input.search);
  const tags = await withErrorPages(() => listTags(actor, {}));
  const countries = await withErrorPages(() => listCountries(actor, { list: "end-user" }));
  const filters = await endUserListFilters(tags, countries);
  return (
    <ListPage
      actor={actor}
      list="end-user"
      title={t("title")}
      description={t("description")}
      searchLabel={t("search")}
      schema={endUserListSchema}
      address={address}
      filters={filters}
      columns={await endUserColumns()}
      read={listEndUsers}
      count={countEndUsers}
      bulk={
        may(actor, "update", "end-user")
          ? { list: "end-user", acts: actsOfList["end-user"], tags }
          : undefined
      }
      whenEmpty={{
        icon: UserRoundPlus,
        title: t("none"),
        hint: t("noneHint"),
        action: (
          <span className="flex flex-wrap justify-center gap-2">
            <LinkButton href="/imports/new" tone="primary">
              {t("bringOver")}
            </LinkButton>
            <LinkButton href="/users/new">{t("create")}</LinkButton>
          </span>
        ),
      }}
      create={
        may(actor, "create", "end-user") && (
          <LinkButton href="/users/new" tone="primary">
            <UserRoundPlus aria-hidden className="size-4" />
            {t("create")}
          </LinkButton>
        )
      }
    />
  );
}
