import { generate } from "otplib";
import type { Action } from "../../lib/core/access/matrix";
import {
  addAddressChange,
  addAuthenticator,
  addPasskeyTo,
  addWaitingSession,
  inviteSomebody,
  queueSomeMail,
  resetLink,
} from "../records/team";
import { atTheDoor, list, password, type UseCaseExample } from "./kinds";

const ofMail = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "outgoing-mail"]],
  input: async (organization, tables) => ({
    mailId: await queueSomeMail(organization, tables),
    ...input,
  }),
});

export const authenticationExamples: Record<string, UseCaseExample> = {
  offerPasskeyLogIn: atTheDoor("update", async (organization, tables) => {
    await addPasskeyTo(organization.staff, tables);
    return {
      userId: organization.staff.id,
      sessionId: await addWaitingSession(organization.staff, tables),
    };
  }),
  openSession: atTheDoor("create", async ({ endUser }) => ({ userId: endUser.id })),
  recordFailedLogin: atTheDoor("create", async ({ endUser }) => ({ userId: endUser.id })),
  issuePasswordReset: atTheDoor("create", async ({ endUser }) => ({ userId: endUser.id })),
  viewPasswordReset: atTheDoor("read", async (organization, tables) => ({
    token: await resetLink(organization, tables),
  })),
  proveSecondFactor: atTheDoor("update", async (organization, tables) => ({
    userId: organization.staff.id,
    sessionId: await addWaitingSession(organization.staff, tables),
    code: await generate({ secret: await addAuthenticator(organization.staff, tables) }),
  })),
  resetPassword: atTheDoor("update", async (organization, tables) => ({
    token: await resetLink(organization, tables),
    password,
  })),
  viewAddressChange: atTheDoor("read", async (organization, tables) => ({
    token: await addAddressChange(organization, tables),
  })),
  confirmAddressChange: atTheDoor("update", async (organization, tables) => ({
    token: await addAddressChange(organization, tables),
  })),
  viewBranding: atTheDoor("read", list),
  viewLogo: atTheDoor("read", list),
  viewTerms: atTheDoor("read", list),
  viewInvitation: atTheDoor("read", async (organization, tables) => ({
    token: (await inviteSomebody(organization, tables)).token,
  })),
  acceptInvitation: atTheDoor("create", async (organization, tables) => ({
    token: (await inviteSomebody(organization, tables)).token,
    password,
    firstName: "New",
    lastName: "Colleague",
    phone: "",
    language: "en",
    timeZone: "Europe/Vienna",
    terms: "on",
  })),
  readQueuedMail: ofMail("read"),
  markMail: ofMail("update", { state: "sent", providerId: "provider-1" }),
  recordDelivery: ofMail("update", { state: "delivered" }),
};
