import { generate } from "otplib";
import { v7 as uuidv7 } from "uuid";
import { environment } from "../../lib/core/env";
import { offerTotp } from "../../lib/identity/second-factor/own-second-factors";
import { actorOf } from "../organization";
import { addAuthenticator, addPasskeyTo, setPasskeyChallenge } from "../records/team";
import { createVirtualAuthenticator } from "../virtual-authenticator";
import { aboutSelf, password, type UseCaseExample } from "./kinds";

export const accountExamples: Record<string, UseCaseExample> = {
  getOwnOnboarding: aboutSelf("read"),
  confirmOwnAccess: aboutSelf("update"),
  getOwnAccount: aboutSelf("read"),
  getSupportContact: aboutSelf("read"),
  getListPreference: aboutSelf("read", { list: "end-user" }),
  saveListPreference: aboutSelf("update", {
    list: "end-user",
    density: "compact",
    columns: "name,email",
  }),
  updateOwnAccount: aboutSelf("update", {
    firstName: "New",
    lastName: "Name",
    phone: "",
    language: "de",
    timeZone: "Europe/Berlin",
  }),
  changeOwnPassword: aboutSelf("update", { currentPassword: "known to the test", password }),
  changeOwnAddress: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async () => ({ email: `${uuidv7()}@utility.example` }),
  },
  withdrawAddressChange: aboutSelf("update"),
  getOwnTerms: aboutSelf("read"),
  acceptTerms: aboutSelf("update", { version: "2026-11", terms: "on" }),
  endOtherSessions: aboutSelf("update"),
  endOwnSession: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (organization) => ({ sessionId: organization.admin.sessionId }),
  },
  logOut: aboutSelf("update"),
  confirmIdentity: aboutSelf("update"),
  getOwnSecondFactors: aboutSelf("read"),
  offerTotp: aboutSelf("read"),
  addTotp: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_organization, _tables, person) => {
      const { secret, sealed } = await offerTotp(actorOf(person), {});
      return { sealed, name: "Telephone", code: await generate({ secret }) };
    },
  },
  offerPasskey: aboutSelf("update"),
  addPasskey: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => {
      const challenge = await setPasskeyChallenge(person.sessionId, tables);
      const authenticator = createVirtualAuthenticator(environment().BASE_URL);
      return { answer: authenticator.register(challenge), name: "Laptop" };
    },
  },
  offerPasskeyProof: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => {
      await addPasskeyTo(person, tables);
      return {};
    },
  },
  removeSecondFactor: aboutSelf("update", { factorId: "01900000-0000-7000-8000-000000000000" }),
  replaceRecoveryCodes: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => {
      await addAuthenticator(person, tables);
      return {};
    },
  },
};
