import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { personName } from "@/lib/core/people/person-name";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { listDevices } from "@/lib/devices/devices/list-devices";
import { listCases } from "@/lib/support/cases/read-cases";
import { listHandbookEntries } from "@/lib/team/handbook/list-handbook-entries";
import { listTeamMembers } from "@/lib/team/members/list-team-members";

/** What the command palette finds: so many of each. */
const maxOfEach = 5;

/** People, devices, cases and entries of the handbook by what somebody types into the command palette, the best matches of each first. */
export const GET = routeHandler(async (request) => {
  const { actor } = await requireMember();
  const search = (new URL(request.url).searchParams.get("term") ?? "").trim().slice(0, 100);
  if (search.length < 2) return Response.json({ results: [] });
  const [endUsers, devices, members, entries, cases] = await Promise.all([
    listEndUsers(actor, { search }),
    listDevices(actor, { search }),
    listTeamMembers(actor, { search }),
    listHandbookEntries(actor, { search }),
    listCases(actor, { search }),
  ]);
  const results = [
    ...endUsers.rows.slice(0, maxOfEach).map((row) => ({
      href: `/users/${row.id}`,
      kind: "endUser",
      label: personName(row),
      detail: row.email,
    })),
    ...devices.rows.slice(0, maxOfEach).map((row) => ({
      href: `/devices/${row.id}`,
      kind: "device",
      label: `${row.manufacturer} ${row.model}`,
      detail: row.owner.name,
    })),
    ...members.rows.slice(0, maxOfEach).map((row) => ({
      href: `/team/${row.id}`,
      kind: "member",
      label: row.name,
      detail: row.email,
    })),
    ...cases.rows.slice(0, maxOfEach).map((row) => ({
      href: `/cases/${row.id}`,
      kind: "case",
      label: `#${row.number} ${row.subject}`,
      detail: row.customer?.name,
    })),
    ...entries.rows.slice(0, maxOfEach).map((row) => ({
      href: `/handbook/${row.id}`,
      kind: "handbook",
      label: row.title,
      detail: "",
    })),
  ];
  return Response.json({ results }, { headers: { "cache-control": "no-store" } });
});
