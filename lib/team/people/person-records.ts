import "server-only";
import type { Transaction } from "@/db/client";
import { personRoles } from "@/db/schema";
import { type Actor, requireActorId } from "@/lib/core/access/actor";
import { may, type Requirement } from "@/lib/core/access/authorize";
import type { Resource } from "@/lib/core/access/matrix";
import { Invalid, NotFound } from "@/lib/core/errors";
import { inOrderOf, keptCursor, type Page } from "@/lib/core/lists/keyset";
import { recordListInput } from "@/lib/core/lists/records-of-user";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { listEndUsersInput } from "@/lib/customers/end-users/end-user-list-schema";
import { endUserList } from "@/lib/customers/end-users/list-end-users";
import { defineQuery } from "@/lib/define-use-case";
import {
  byId,
  type PersonRecord,
  selectLivingPerson,
  selectPageOfPeople,
  selectPeopleByIds,
  selectPerson,
} from "./person-statements";

type PersonRole = (typeof personRoles)[number];

const resourceOf = {
  admin: "admin",
  staff: "staff",
  user: "end-user",
} as const satisfies Record<PersonRole, Resource>;

async function findPerson(transaction: Transaction, id: string, includeDeleted: boolean) {
  const select = includeDeleted ? selectPerson : selectLivingPerson;
  const [person] = await select(transaction, { id });
  if (!person) throw new NotFound();
  return person;
}

/** One person of any role. @throws NotFound */
export const getPerson = defineQuery({
  name: "getPerson",
  input: z.object({ id: z.uuid(), includeDeleted: z.boolean().default(false) }),
  requires: async ({ actor, input, transaction }) => {
    // A role that reaches only its own records is not told whether others exist.
    if (actor.role === "user") return [readOf("user", input.id)];
    return [readOf((await findPerson(transaction, input.id, true)).role, input.id)];
  },
  run: ({ input, transaction }) => findPerson(transaction, input.id, input.includeDeleted),
});

const readOf = (role: PersonRole, ownerId?: string): Requirement => ({
  action: "read",
  resource: resourceOf[role],
  ...(role === "user" && { ownerId }),
});

const endUserFilters = listEndUsersInput.omit({ size: true, cursor: true });

/** The filters and orders that the portal's list of end-users has. */
const listPeopleInput = z.object({
  ...recordListInput,
  role: z.enum(personRoles).optional(),
  /** For end-users alone: as the portal's list takes them. */
  filters: z.record(z.string(), z.unknown()).default({}),
});

/**
 * A page of people, the oldest first; end-users also by the filters and in the orders of the portal's list.
 * Without a role: of every role that the actor may read.
 * @throws Invalid when filters are given for another role
 */
export const listPeople = defineQuery({
  name: "listPeople",
  input: listPeopleInput,
  requires: ({ actor, input }) => rolesOf(actor, input.role).map((role) => readOf(role)),
  async run({ actor, input, transaction, scope }): Promise<Page<PersonRecord>> {
    if (scope === "own") {
      return { rows: [await findPerson(transaction, requireActorId(actor), false)] };
    }
    const isFiltered = Object.values(input.filters).some((value) => value !== undefined);
    if (!isFiltered) return pageByCreation(transaction, input, rolesOf(actor, input.role));
    if (input.role !== "user") throw new Invalid({ role: "filtersNeedEndUsers" });
    const list = parseInput(endUserFilters, input.filters);
    const filters = { ...list, cursor: input.cursor, size: input.limit };
    const page = await endUserList.findPage(transaction, filters);
    const ids = page.rows.map(({ id }) => id);
    const rows = await selectPeopleByIds(transaction, { ids });
    return { ...page, rows: inOrderOf(ids, rows) };
  },
});

function rolesOf(actor: Actor, role: PersonRole | undefined): PersonRole[] {
  if (role) return [role];
  const readable = personRoles.filter((each) => may(actor, "read", resourceOf[each]));
  // Nobody at all is asked for as end-users are, and refused as such.
  return readable.length > 0 ? readable : ["user"];
}

async function pageByCreation(
  transaction: Transaction,
  { cursor, limit, includeDeleted }: z.output<typeof listPeopleInput>,
  roles: PersonRole[],
) {
  const { place, values, toPage } = keptCursor(byId.type, cursor);
  const shape = { roles, includeDeleted, place };
  const found = await selectPageOfPeople(transaction, shape, { ...values, most: limit + 1 });
  return toPage(found, limit, ({ id }) => ({ id, sortValue: id }));
}
