import { personRoles } from "@/lib/core/people/person-terms";
import { verbatimText, z } from "@/lib/core/validation/problems";
import { endUserFilters, endUserSorts } from "@/lib/customers/end-users/end-user-list-schema";
import { getPerson, listPeople } from "@/lib/team/people/person-records";
import { userPath } from "../fields";
import { sendVersion } from "../http/conditional";
import { filtersOfList } from "../http/list-filters";
import { detailQuery, listQuery } from "../http/paging";
import { sendList } from "../http/whole-list";
import { operation } from "../operation";
import { createUserBody, toUser, updateUserBody, userSchema } from "./user-record";
import { addUser, changeUser, removeUser } from "./write-user";

const anyRole = (action: "create" | "read" | "update" | "delete") =>
  [
    [action, "end-user"],
    [action, "staff"],
    [action, "admin"],
  ] as const;

const endUserQuery = filtersOfList(endUserFilters, endUserSorts);

const listUsers = operation({
  id: "listUsers",
  method: "get",
  path: "/org/{org_id}/users",
  tag: "Users",
  summary: "List people",
  description:
    "Everybody whom the caller may read, the oldest first. Search, filters and orders are for end-users: send them with `role=user`.",
  needs: anyRole("read"),
  query: listQuery.extend({ role: z.enum(personRoles).optional(), ...endUserQuery.query }),
  answer: z.array(userSchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { role, include_deleted: includeDeleted } = call.query;
    const filters = endUserQuery.toListFilters(call.query);
    const asked = { role, includeDeleted, filters };
    return sendList(call, (actor, part) => listPeople(actor, { ...asked, ...part }), toUser);
  },
});

const createUser = operation({
  id: "createUser",
  method: "post",
  path: "/org/{org_id}/users",
  tag: "Users",
  summary: "Add a person",
  description:
    "An end-user is there at once and gets no mail. An admin or a staff member is invited: a mail with a link goes to the address.",
  needs: anyRole("create"),
  body: createUserBody,
  answer: userSchema,
  isVersioned: true,
  refuses: [409],
  async handle({ actor, body, setHeader }) {
    const person = await getPerson(actor, { id: await addUser(actor, body) });
    return sendVersion({ setHeader }, person, toUser);
  },
});

const getUser = operation({
  id: "getUser",
  method: "get",
  path: "/org/{org_id}/users/{user_id}",
  tag: "Users",
  summary: "Read a person",
  needs: anyRole("read"),
  params: userPath,
  query: detailQuery,
  answer: userSchema,
  isVersioned: true,
  async handle({ actor, params, query, setHeader }) {
    const includeDeleted = query.include_deleted;
    const person = await getPerson(actor, { id: params.user_id, includeDeleted });
    return sendVersion({ setHeader }, person, toUser);
  },
});

const updateUser = operation({
  id: "updateUser",
  method: "put",
  path: "/org/{org_id}/users/{user_id}",
  tag: "Users",
  summary: "Change a person",
  description:
    "Changes only the fields that are sent. Another role of a member of the team counts from their next request on. Members change their addresses themselves.",
  needs: anyRole("update"),
  params: userPath,
  body: updateUserBody,
  answer: userSchema,
  isVersioned: true,
  refuses: [409],
  async handle({ actor, params, body, expected, setHeader }) {
    await changeUser(actor, params.user_id, body, expected);
    const person = await getPerson(actor, { id: params.user_id });
    return sendVersion({ setHeader }, person, toUser);
  },
});

const deleteUser = operation({
  id: "deleteUser",
  method: "delete",
  path: "/org/{org_id}/users/{user_id}",
  tag: "Users",
  summary: "Delete a person",
  description:
    "Access ends at once. With an end-user go buildings, contracts and devices. What a member of the team answers for goes to the successor; without one, their API clients are revoked.",
  needs: anyRole("delete"),
  params: userPath,
  query: z.object({
    reason: verbatimText().max(300).optional(),
    successor_id: z.uuid().optional(),
  }),
  refuses: [409, 422],
  isVersioned: true,
  async handle({ actor, params, query, expected }) {
    await removeUser(actor, params.user_id, query, expected);
    return undefined;
  },
});

export const userOperations = [listUsers, createUser, getUser, updateUser, deleteUser];
