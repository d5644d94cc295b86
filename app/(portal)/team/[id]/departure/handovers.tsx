import { getTranslations } from "next-intl/server";
import { listPaths } from "@/app/(portal)/_lists/list-paths";
import { listAddress, readParameters } from "@/lib/core/lists/list-address";
import type { prepareDeparture } from "@/lib/team/members/read-departures";
import type { Handover } from "./departure-form";
import { OwnedList } from "./owned-list";

type Departure = Awaited<ReturnType<typeof prepareDeparture>>;

/** What a member owns, kind by kind, with links and with those who can take it over. */
export async function describeHandovers(member: Departure): Promise<Handover[]> {
  const t = await getTranslations("team");
  const states = await getTranslations("cases");
  const { newOwners } = member;
  const { cases, clients, views, accessEnds } = member.ownedResources;
  const named = (kind: keyof typeof newOwners) =>
    newOwners[kind].owners.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      kind: "cases",
      count: cases.total.count,
      defaultId: newOwners.cases.defaultId,
      options: [
        ...newOwners.cases.owners.map(({ id, name, openCases }) => ({
          value: id,
          label: t("caseOwnerOption", { name, count: openCases }),
        })),
        { value: "", label: t("noCaseOwner") },
      ],
      list: (
        <OwnedList
          owned={cases}
          hrefOf={({ id }) => `/cases/${id}`}
          allHref={`/cases?assignee=${member.id}`}
        >
          {(row) => `#${row.number} ${row.subject} · ${states(`states.${row.state}`)}`}
        </OwnedList>
      ),
    },
    {
      kind: "clients",
      count: clients.total.count,
      defaultId: newOwners.clients.defaultId,
      options: [...named("clients"), { value: "", label: t("noSuccessor") }],
      list: (
        <OwnedList
          owned={clients}
          hrefOf={({ id }) => `/settings/api-credentials/${id}`}
          allHref={`/settings/api-credentials?owner=${member.id}`}
        >
          {({ name }) => name}
        </OwnedList>
      ),
    },
    {
      kind: "views",
      count: views.total.count,
      defaultId: newOwners.views.defaultId,
      options: named("views"),
      list: (
        <OwnedList
          owned={views}
          hrefOf={({ list, parameters }) =>
            listAddress(listPaths[list], readParameters(parameters))
          }
        >
          {({ name }) => name}
        </OwnedList>
      ),
    },
    {
      kind: "accessEnds",
      count: accessEnds.total.count,
      defaultId: newOwners.accessEnds.defaultId,
      options: named("accessEnds"),
      list: (
        <OwnedList
          owned={accessEnds}
          hrefOf={({ id }) => `/team/${id}`}
          allHref="/team?access=temporary"
        >
          {({ name }) => name}
        </OwnedList>
      ),
    },
  ];
}
