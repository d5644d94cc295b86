import "server-only";
import { and, asc, inArray, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { ownTarget } from "@/lib/core/audit/own-target";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { reviewing } from "../access-reviews/start-access-review";
import { compareWithEmployeesInput } from "./compare-schema";
import { readEmployeeList } from "./read-employee-list";
import { memberRoles } from "./team-schema";

/**
 * Compares the team with a list of everybody employed. People are known by their staff number, and
 * by their address where one side has no number.
 * @returns who has access without being on the list, who is on it without access, and whose numbers differ
 * @throws Invalid when the list cannot be read
 */
export const compareWithEmployees = defineCommand({
  name: "compareWithEmployees",
  input: compareWithEmployeesInput,
  requires: reviewing,
  async run({ actor, input, transaction }) {
    const { employees, faultyLines } = readEmployeeList(input.employees);
    const members = await transaction
      .select({
        id: users.id,
        ...nameColumns,
        role: users.role,
        status: users.status,
        externalUserId: users.externalUserId,
      })
      .from(users)
      .where(and(inArray(users.role, [...memberRoles]), isNull(users.deletedAt)))
      .orderBy(asc(users.sortName));
    const byNumber = new Map(employees.map((employee) => [employee.externalUserId, employee]));
    const byAddress = new Map(employees.map((employee) => [employee.email, employee]));
    const found = new Set<object>();
    const gone: { id: string; name: string; email: string; externalUserId: string | null }[] = [];
    const differing: ((typeof gone)[number] & { onList: string })[] = [];
    for (const member of members.map(accountOf)) {
      const { id, email, externalUserId } = member;
      const shown = { id, name: personName(member), email, externalUserId };
      const employee =
        (externalUserId && byNumber.get(externalUserId)) || byAddress.get(email.toLowerCase());
      if (!employee) {
        gone.push(shown);
        continue;
      }
      found.add(employee);
      const onList = employee.externalUserId;
      if (externalUserId && onList && onList !== externalUserId)
        differing.push({ ...shown, onList });
    }
    const missing = employees.filter((employee) => !found.has(employee));
    return {
      result: {
        matched: found.size,
        gone,
        missing,
        differing,
        faultyLines,
        /** Most of the team is not on the list: it is another list, or was read wrongly. */
        looksWrong: gone.length > members.length / 2,
      },
      audit: [
        {
          action: "team.compared",
          target: ownTarget(actor),
          changes: {
            employees: { before: null, after: employees.length },
            gone: { before: null, after: gone.length },
            missing: { before: null, after: missing.length },
          },
        },
      ],
    };
  },
});

export type Comparison = Awaited<ReturnType<typeof compareWithEmployees>>;
