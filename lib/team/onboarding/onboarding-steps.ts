/** The steps from invitation to work, in the order in which they usually come. */
export const onboardingStepNames = [
  "roleDetermined",
  "accountCreated",
  "invitationDelivered",
  "passwordSet",
  "profileConfigured",
  "termsAccepted",
  "secondFactorSet",
  "handbookRead",
  "accessVerified",
] as const;
export type OnboardingStepName = (typeof onboardingStepNames)[number];

export type OnboardingStep = { name: OnboardingStepName; isDone: boolean };

/** What the steps are worked out from; nothing is ticked by hand. */
export type OnboardingFacts = {
  hasReason: boolean;
  /** The provider's own word, or that the invitation was accepted, which proves more. */
  isInvitationDelivered: boolean;
  hasPassword: boolean;
  firstName: string | null;
  lastName: string | null;
  language: string | null;
  timeZone: string | null;
  hasAcceptedTerms: boolean;
  needsSecondFactor: boolean;
  hasSecondFactor: boolean;
  requiredEntries: number;
  readEntries: number;
  accessVerifiedAt: Date | null;
};

/** Where a member stands. Steps that the organization does not ask for are left out. */
export function onboardingSteps(facts: OnboardingFacts): OnboardingStep[] {
  const isDone: Record<OnboardingStepName, boolean> = {
    roleDetermined: facts.hasReason,
    accountCreated: true,
    invitationDelivered: facts.isInvitationDelivered || facts.hasPassword,
    passwordSet: facts.hasPassword,
    profileConfigured: Boolean(
      facts.firstName && facts.lastName && facts.language && facts.timeZone,
    ),
    termsAccepted: facts.hasAcceptedTerms,
    secondFactorSet: facts.hasSecondFactor,
    handbookRead: facts.readEntries >= facts.requiredEntries,
    accessVerified: facts.accessVerifiedAt !== null,
  };
  const isAsked = (name: OnboardingStepName) =>
    (name !== "secondFactorSet" || facts.needsSecondFactor) &&
    (name !== "handbookRead" || facts.requiredEntries > 0);
  return onboardingStepNames.filter(isAsked).map((name) => ({ name, isDone: isDone[name] }));
}
