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
import { list, password, type UseCaseExample, unauthenticated } from "./kinds";

const ofMail = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "outgoing-mail"]],
  input: async (organization, tables) => ({
    mailId: await queueSomeMail(organization, tables),
    ...input,
  }),
});

export const authenticationExamples: Record<string, UseCaseExample> = {
  offerPasskeyLogIn: unauthenticated("update", async (organization, tables) => {
    await addPasskeyTo(organization.staff, tables);
    return {
      userId: organization.staff.id,
      sessionId: await addWaitingSession(organization.staff, tables),
    };
  }),
  openSession: unauthenticated("create", async ({ endUser }) => ({ userId: endUser.id })),
  recordFailedLogin: unauthenticated("create", async ({ endUser }) => ({ userId: endUser.id })),
  issuePasswordReset: unauthenticated("create", async ({ endUser }) => ({ userId: endUser.id })),
  viewPasswordReset: unauthenticated("read", async (organization, tables) => ({
    token: await resetLink(organization, tables),
  })),
  proveSecondFactor: unauthenticated("update", async (organization, tables) => ({
    userId: organization.staff.id,
    sessionId: await addWaitingSession(organization.staff, tables),
    code: await generate({ secret: await addAuthenticator(organization.staff, tables) }),
  })),
  resetPassword: unauthenticated("update", async (organization, tables) => ({
    token: await resetLink(organization, tables),
    password,
  })),
  viewAddressChange: unauthenticated("read", async (organization, tables) => ({
    token: await addAddressChange(organization, tables),
  })),
  confirmAddressChange: unauthenticated("update", async (organization, tables) => ({
    token: await addAddressChange(organization, tables),
  })),
  viewBranding: unauthenticated("read", list),
  viewLogo: unauthenticated("read", list),
  viewTerms: unauthenticated("read", list),
  viewInvitation: unauthenticated("read", async (organization, tables) => ({
    token: (await inviteSomebody(organization, tables)).token,
  })),
  acceptInvitation: unauthenticated("create", async (organization, tables) => ({
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
