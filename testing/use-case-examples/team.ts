import { v7 as uuidv7 } from "uuid";
import type { Action, Resource } from "../../lib/core/access/matrix";
import { addAccessReview, addDeparture, addStaff, inviteSomebody, reason } from "../records/team";
import { list, type UseCaseExample } from "./kinds";

const ofStaff = (needs: [Action, Resource][], input: object = {}): UseCaseExample => ({
  needs,
  input: async (organization) => ({ id: organization.staff.id, ...input }),
});

const ofInvited = (needs: [Action, Resource][], input: object = {}): UseCaseExample => ({
  needs,
  input: async (organization, tables) => ({
    id: (await inviteSomebody(organization, tables)).id,
    ...input,
  }),
});

const reviewing: UseCaseExample["needs"] = [
  ["update", "staff"],
  ["update", "admin"],
];

export const teamExamples: Record<string, UseCaseExample> = {
  listTeamMembers: {
    needs: [
      ["read", "staff"],
      ["read", "admin"],
    ],
    input: list,
  },
  setMemberExternalId: ofStaff([["update", "staff"]], { externalUserId: "P-4711" }),
  compareWithEmployees: {
    needs: reviewing,
    input: async ({ staff }) => ({ employees: Buffer.from(`email\n${staff.email}\n`) }),
  },
  exportTeam: { needs: reviewing, input: list },
  getTeamMember: ofStaff([["read", "staff"]]),
  inviteAdminForOperator: {
    needs: [["update", "maintenance"]],
    input: async ({ mark }) => ({ email: `first-${mark}@utility.example` }),
  },
  inviteTeamMember: {
    needs: [["create", "staff"]],
    input: async () => ({
      email: `${uuidv7()}@utility.example`,
      firstName: "New",
      lastName: "Colleague",
      role: "staff",
      reason,
    }),
  },
  resendInvitation: ofInvited([["create", "staff"]]),
  correctInvitationAddress: ofInvited(
    [
      ["create", "staff"],
      ["update", "staff"],
    ],
    { email: "corrected@utility.example" },
  ),
  revokeInvitation: ofInvited([["delete", "staff"]]),
  changeMemberRole: ofStaff(
    [
      ["update", "staff"],
      ["create", "admin"],
    ],
    { role: "admin", reason },
  ),
  setAccessEnd: ofStaff([["update", "staff"]], {
    accessEndsAt: "2090-01-31T18:00",
    accessTimeZone: "Europe/Vienna",
    reason,
  }),
  expireAccess: { needs: [["update", "maintenance"]], input: list },
  warnOfAccessEnds: { needs: [["update", "maintenance"]], input: list },
  endMemberSessions: ofStaff([["update", "staff"]]),
  resetSecondFactor: ofStaff([["update", "staff"]], { reason }),
  suspendMember: {
    needs: [["update", "staff"]],
    input: async (organization, tables) => ({
      id: await addStaff(organization, tables, "active"),
      reason,
    }),
  },
  reactivateMember: {
    needs: [["update", "staff"]],
    input: async (organization, tables) => ({
      id: await addStaff(organization, tables, "suspended"),
    }),
  },
  removeMember: {
    needs: [["delete", "staff"]],
    input: async (organization, tables) => {
      return { id: await addStaff(organization, tables, "active"), reason };
    },
  },
  prepareDeparture: ofStaff([["delete", "staff"]]),
  listDepartures: {
    needs: [
      ["delete", "staff"],
      ["delete", "admin"],
    ],
    input: list,
  },
  getDeparture: {
    needs: [
      ["delete", "staff"],
      ["delete", "admin"],
    ],
    input: async (organization, tables) => ({ id: await addDeparture(organization, tables) }),
  },
  listRoleHistory: { needs: [["read", "audit-log"]], input: list },
  beginRoleHistoryExport: { needs: [["read", "audit-log"]], input: list },
  readRoleHistoryExportPage: { needs: [["read", "audit-log"]], input: list },
  startAccessReview: { needs: reviewing, input: list },
  startDueAccessReview: { needs: [["update", "maintenance"]], input: list },
  remindOfAccessReview: { needs: [["update", "maintenance"]], input: list },
  suspendInactiveMembers: { needs: [["update", "maintenance"]], input: list },
  listAccessReviews: { needs: reviewing, input: list },
  getAccessReview: {
    needs: reviewing,
    input: async (organization, tables) => ({
      id: (await addAccessReview(organization, tables)).id,
    }),
  },
  confirmMemberAccess: {
    needs: [...reviewing, ["update", "own-account"]],
    input: async (organization, tables) => ({
      itemId: (await addAccessReview(organization, tables)).itemId,
    }),
  },
  closeAccessReview: {
    needs: [...reviewing, ["update", "own-account"]],
    input: async (organization, tables, person) => ({
      id: (await addAccessReview(organization, tables, { isDecided: true })).id,
      signature: person.name,
    }),
  },
  nudgeMember: {
    needs: [["update", "staff"]],
    input: async (organization, tables) => ({
      id: await addStaff(organization, tables, "active"),
    }),
  },
};
