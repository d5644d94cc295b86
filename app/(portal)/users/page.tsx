import { UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { jumpToRecord } from "@/app/_request/jump-to-record";
import { requireMember } from "@/app/_request/viewer";
import { type ListParameters, readParameters } from "@/components/data-table/list-address";
import { ListResults } from "@/components/data-table/list-results";
import { LateTotal } from "@/components/data-table/pager";
import { LinkButton } from "@/components/ui/button";
import type { Member } from "@/lib/access/actor";
import { may } from "@/lib/access/authorize";
import { listEndUsersInput, usualEndUserDirection } from "@/lib/end-users/end-user-list-schema";
import { countEndUsers, listEndUsers } from "@/lib/end-users/list-end-users";
import { parseInput } from "@/lib/validation/parse-input";
import { readDisplay } from "../_lists/list-display";
import { ListPage } from "../_lists/list-page";
import { endUserColumns } from "./end-user-columns";
import { endUserListFilters } from "./end-user-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EndUsersPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("users");
  const parameters = readParameters(await searchParams);
  await answeringRefusals(async () => parseInput(listEndUsersInput, parameters));
  await jumpToRecord(actor, parameters);
  const filters = await endUserListFilters();
  const columns = await endUserColumns();
  const display = await answeringRefusals(() => readDisplay(actor, "end-user", columns));
  return (
    <ListPage
      actor={actor}
      list="end-user"
      path="/users"
      title={t("title")}
      description={t("description")}
      searchLabel={t("search")}
      parameters={parameters}
      filters={filters}
      columns={columns}
      display={display}
      create={
        may(actor, "create", "end-user") && (
          <LinkButton href="/users/new" tone="primary">
            <UserRoundPlus aria-hidden className="size-4" />
            {t("create")}
          </LinkButton>
        )
      }
    >
      <EndUserList actor={actor} parameters={parameters} display={display} />
    </ListPage>
  );
}

type Columns = Awaited<ReturnType<typeof endUserColumns>>;
type EndUserListProps = {
  actor: Member;
  parameters: ListParameters;
  display: { columns: Columns; density: "normal" | "compact" | "roomy" };
};

async function EndUserList({ actor, parameters, display }: EndUserListProps) {
  const t = await getTranslations("users");
  const page = await answeringRefusals(() => listEndUsers(actor, parameters));
  const { sort, direction, offered } = page.order;
  return (
    <ListResults
      caption={t("title")}
      path="/users"
      parameters={parameters}
      page={page}
      columns={display.columns}
      density={display.density}
      sort={sort === "match" ? undefined : sort}
      direction={direction}
      usualDirection={usualEndUserDirection}
      offeredSorts={offered}
      lateTotal={<LateTotal count={() => countEndUsers(actor, parameters)} />}
      whenEmpty={{
        icon: UserRoundPlus,
        title: t("none"),
        hint: t("noneHint"),
        action: (
          <LinkButton href="/users/new" tone="primary">
            {t("create")}
          </LinkButton>
        ),
      }}
    />
  );
}
