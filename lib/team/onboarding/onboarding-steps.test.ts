import { expect, it } from "vitest";
import { type OnboardingFacts, onboardingSteps } from "./onboarding-steps";

const invited: OnboardingFacts = {
  hasReason: true,
  isInvitationDelivered: false,
  hasPassword: false,
  firstName: "Robin",
  lastName: "Falk",
  language: null,
  timeZone: null,
  hasAcceptedTerms: false,
  needsSecondFactor: true,
  hasSecondFactor: false,
  requiredEntries: 2,
  readEntries: 1,
  accessVerifiedAt: null,
};

const open = (facts: Partial<OnboardingFacts>) =>
  onboardingSteps({ ...invited, ...facts })
    .filter((step) => !step.isDone)
    .map((step) => step.name);

it("starts with all but the role and the account open", () => {
  expect(open({})).toEqual([
    "invitationDelivered",
    "passwordSet",
    "profileConfigured",
    "termsAccepted",
    "secondFactorSet",
    "handbookRead",
    "accessVerified",
  ]);
});

it("takes a set password as proof that the invitation arrived", () => {
  expect(open({ hasPassword: true })).not.toContain("invitationDelivered");
});

it("leaves out what the organization does not ask for", () => {
  const names = onboardingSteps({ ...invited, needsSecondFactor: false, requiredEntries: 0 });
  expect(names.map(({ name }) => name)).not.toContain("secondFactorSet");
  expect(names.map(({ name }) => name)).not.toContain("handbookRead");
});

it("is done when every step is", () => {
  expect(
    open({
      isInvitationDelivered: true,
      hasPassword: true,
      language: "de",
      timeZone: "Europe/Vienna",
      hasAcceptedTerms: true,
      hasSecondFactor: true,
      readEntries: 2,
      accessVerifiedAt: new Date(),
    }),
  ).toEqual([]);
});
