import type { TestOrganization } from "../testing/organization";

export type GuardedAction = {
  audience: "team" | "end-users" | "everybody logged in";
  /** The use-case behind it, whose example gives input and rights. */
  useCase: string;
  path: (organization: TestOrganization) => string;
  /** It leaves a line in the audit log and nothing else. */
  changesNothing?: boolean;
  /** Fields of the form that the use-case's input names otherwise. */
  fields?: Record<string, string>;
};

const ofTeam = (useCase: string, path: GuardedAction["path"]): GuardedAction => ({
  audience: "team",
  useCase,
  path,
});
const memberPage = ({ staff }: TestOrganization) => `/team/${staff.id}`;
const endUserPage = ({ endUser }: TestOrganization) => `/users/${endUser.id}`;
const newBuildingPage = ({ endUser }: TestOrganization) => `/buildings/new?user=${endUser.id}`;
const contractPage = ({ contractId }: TestOrganization) => `/energy-contracts/${contractId}/edit`;
const casePage = ({ deviceId }: TestOrganization) => `/cases/${deviceId}`;
const devicePage = ({ deviceId }: TestOrganization) => `/devices/${deviceId}`;
const apiClientPage = ({ deviceId }: TestOrganization) => `/settings/api-credentials/${deviceId}`;
const webhookPage = ({ deviceId }: TestOrganization) => `/settings/webhooks/${deviceId}`;
const bulkActionPage = ({ deviceId }: TestOrganization) => `/bulk-actions/${deviceId}`;
const importPage = ({ deviceId }: TestOrganization) => `/imports/${deviceId}`;
const ofOneself = (useCase: string): GuardedAction => ({
  audience: "everybody logged in",
  useCase,
  path: () => "/account",
});

const ofEndUser = (useCase: string): GuardedAction => ({
  audience: "end-users",
  useCase,
  path: () => "/me",
});

const ofOwnDevice = (useCase: string): GuardedAction => ({
  audience: "end-users",
  useCase,
  path: ({ deviceId }) => `/me/devices/${deviceId}`,
});

/** Every server action behind login. One that is missing here fails the suite. */
export const guardedActions: Record<string, GuardedAction> = {
  createEndUserAction: ofTeam("createEndUser", () => "/users/new"),
  updateEndUserAction: ofTeam("updateEndUser", () => "/users/new"),
  createSavedViewAction: ofTeam("createSavedView", () => "/users?country=AT"),
  deleteSavedViewAction: ofTeam("deleteSavedView", () => "/users?country=AT"),
  addTagAction: ofTeam("addTag", endUserPage),
  removeTagAction: ofTeam("removeTag", endUserPage),
  prepareBulkActionAction: ofTeam("prepareBulkAction", () => "/users"),
  startBulkActionAction: ofTeam("startBulkAction", bulkActionPage),
  cancelBulkActionAction: ofTeam("cancelBulkAction", bulkActionPage),
  undoBulkActionAction: ofTeam("undoBulkAction", bulkActionPage),
  checkImportAction: {
    ...ofTeam("checkImport", importPage),
    fields: { column_email: "0" },
  },
  readImportAgainAction: ofTeam("readImportAgain", importPage),
  runImportAction: ofTeam("runImport", importPage),
  cancelImportAction: ofTeam("cancelImport", importPage),
  undoImportAction: ofTeam("undoImport", importPage),
  saveListPreferenceAction: ofTeam("saveListPreference", () => "/users"),
  copyOwnerAddressAction: ofTeam("copyOwnerAddress", endUserPage),
  setEndUserArchivedAction: ofTeam("setEndUserArchived", endUserPage),
  givePortalAccessAction: ofTeam("givePortalAccess", endUserPage),
  endPortalAccessAction: ofTeam("endPortalAccess", endUserPage),
  eraseEndUserAction: ofTeam("eraseEndUser", endUserPage),
  addNoteAction: ofTeam("addNote", endUserPage),
  deleteNoteAction: ofTeam("deleteNote", endUserPage),
  deleteEndUserAction: ofTeam("deleteEndUser", endUserPage),
  createBuildingAction: ofTeam("createBuilding", newBuildingPage),
  updateBuildingAction: ofTeam("updateBuilding", newBuildingPage),
  deleteBuildingAction: ofTeam("deleteBuilding", ({ buildingId }) => `/buildings/${buildingId}`),
  moveBuildingAction: ofTeam("moveBuilding", ({ buildingId }) => `/buildings/${buildingId}`),
  cancelMoveAction: ofTeam("cancelMove", ({ buildingId }) => `/buildings/${buildingId}`),
  createEnergyContractAction: ofTeam("createEnergyContract", contractPage),
  updateEnergyContractAction: ofTeam("updateEnergyContract", contractPage),
  deleteEnergyContractAction: ofTeam("deleteEnergyContract", contractPage),
  updateDeviceAction: ofTeam("updateDevice", devicePage),
  updateDeviceSettingsAction: ofTeam("updateDeviceSettings", devicePage),
  pauseDeviceAction: ofTeam("pauseDevice", devicePage),
  setBoostAction: ofTeam("setBoost", devicePage),
  updateChargePolicyAction: ofTeam("updateChargePolicy", devicePage),
  deleteDeviceAction: ofTeam("deleteDevice", devicePage),
  createReconnectionLinkAction: ofTeam("createReconnectionLink", devicePage),
  createOnboardingLinkAction: ofTeam("createOnboardingLink", endUserPage),
  revokeConnectLinkAction: ofTeam("revokeConnectLink", devicePage),
  endConnectionAction: ofTeam("endConnection", devicePage),
  retryJobAction: { ...ofTeam("retryJob", () => "/settings/jobs"), changesNothing: true },
  discardJobAction: { ...ofTeam("discardJob", () => "/settings/jobs"), changesNothing: true },
  switchEnodeOnAction: {
    ...ofTeam("saveEnodeCredentials", () => "/settings/connections"),
    changesNothing: true,
  },
  switchEnodeOffAction: {
    ...ofTeam("switchEnodeOff", () => "/settings/connections"),
    changesNothing: true,
  },
  updateConnectionSettingsAction: ofTeam("updateConnectionSettings", () => "/settings/connections"),
  reconnectOwnDeviceAction: ofEndUser("createReconnectionLink"),
  connectOwnDevicesAction: ofEndUser("createOnboardingLink"),
  pauseOwnDeviceAction: ofOwnDevice("pauseDevice"),
  resumeOwnOptimizationAction: ofOwnDevice("resumeOptimization"),
  setOwnBoostAction: ofOwnDevice("setBoost"),
  updateOwnChargePolicyAction: ofOwnDevice("updateChargePolicy"),
  updateOwnDeviceSettingsAction: ofOwnDevice("updateDeviceSettings"),
  runDiagnosisAction: {
    ...ofTeam("runDiagnosis", devicePage),
  },
  refreshDeviceStateAction: ofTeam("refreshDeviceState", devicePage),
  resumeOptimizationAction: ofTeam("resumeOptimization", devicePage),
  createCaseAction: ofTeam("createCase", () => "/cases/new"),
  updateCaseAction: ofTeam("updateCase", casePage),
  writeCaseEntryAction: { ...ofTeam("addCaseNote", casePage), fields: { kind: "note" } },
  escalateCaseAction: ofTeam("escalateCase", casePage),
  saveAnswerTemplateAction: ofTeam("saveAnswerTemplate", () => "/cases/templates"),
  deleteAnswerTemplateAction: ofTeam("deleteAnswerTemplate", () => "/cases/templates"),
  startSupportViewAction: ofTeam("startSupportView", endUserPage),
  endSupportViewAction: ofTeam("endSupportView", ({ deviceId }) => `/support/views/${deviceId}`),
  inviteTeamMemberAction: ofTeam("inviteTeamMember", () => "/team/invite"),
  resendInvitationAction: ofTeam("resendInvitation", memberPage),
  correctInvitationAddressAction: ofTeam("correctInvitationAddress", memberPage),
  revokeInvitationAction: ofTeam("revokeInvitation", memberPage),
  changeMemberRoleAction: ofTeam("changeMemberRole", memberPage),
  suspendMemberAction: ofTeam("suspendMember", memberPage),
  reactivateMemberAction: ofTeam("reactivateMember", memberPage),
  removeMemberAction: ofTeam(
    "removeMember",
    (organization) => `${memberPage(organization)}/departure`,
  ),
  setMemberExternalIdAction: ofTeam("setMemberExternalId", memberPage),
  compareWithEmployeesAction: {
    ...ofTeam("compareWithEmployees", () => "/team/comparison"),
    changesNothing: true,
  },
  setAccessEndAction: ofTeam("setAccessEnd", memberPage),
  endMemberSessionsAction: ofTeam("endMemberSessions", memberPage),
  nudgeMemberAction: ofTeam("nudgeMember", memberPage),
  createHandbookEntryAction: ofTeam("createHandbookEntry", () => "/handbook/new"),
  updateHandbookEntryAction: ofTeam("updateHandbookEntry", () => "/handbook/new"),
  deleteHandbookEntryAction: ofTeam("deleteHandbookEntry", () => "/handbook"),
  addStarterEntriesAction: ofTeam("addStarterEntries", () => "/handbook"),
  confirmReadingAction: ofTeam("confirmReading", () => "/handbook"),
  confirmOwnAccessAction: ofTeam("confirmOwnAccess", () => "/dashboard"),
  createApiClientAction: ofTeam("createApiClient", () => "/settings/api-credentials/new"),
  rotateApiSecretAction: ofTeam("rotateApiSecret", apiClientPage),
  revokeApiClientAction: ofTeam("revokeApiClient", apiClientPage),
  createWebhookAction: {
    ...ofTeam("createWebhook", () => "/settings/webhooks/new"),
    fields: { user_created: "on" },
  },
  updateWebhookAction: {
    ...ofTeam("updateWebhook", webhookPage),
    fields: { user_deleted: "on" },
  },
  rotateWebhookSecretAction: ofTeam("rotateWebhookSecret", webhookPage),
  deleteWebhookAction: ofTeam("deleteWebhook", webhookPage),
  testWebhookAction: ofTeam("testWebhook", webhookPage),
  replayWebhookDeliveryAction: ofTeam("replayWebhookDelivery", webhookPage),
  startAccessReviewAction: ofTeam("startAccessReview", () => "/team/reviews"),
  confirmMemberAccessAction: ofTeam("confirmMemberAccess", () => "/team/reviews"),
  closeAccessReviewAction: ofTeam("closeAccessReview", () => "/team/reviews"),
  acknowledgeFindingAction: ofTeam(
    "acknowledgeFinding",
    ({ deviceId }) => `/settings/security/${deviceId}`,
  ),
  updateBillingAccountAction: ofTeam("updateBillingAccount", () => "/settings/billing"),
  payByCardAction: ofTeam("beginCardPayment", () => "/settings/billing"),
  updateBrandingAction: ofTeam("updateBranding", () => "/settings/appearance"),
  updateMailSenderAction: ofTeam("updateMailSender", () => "/settings/mail"),
  saveMailTextAction: ofTeam("saveMailText", () => "/settings/mail/invitation/en"),
  resetMailTextAction: ofTeam("resetMailText", () => "/settings/mail/invitation/en"),
  requestDeletionAction: ofTeam("requestOrganizationDeletion", () => "/settings/data"),
  cancelDeletionAction: ofTeam("cancelOrganizationDeletion", () => "/settings/data"),
  saveAuditStreamAction: ofTeam("saveAuditStream", () => "/settings/audit-stream"),
  removeAuditStreamAction: ofTeam("removeAuditStream", () => "/settings/audit-stream"),
  publishTermsAction: ofTeam("publishTerms", () => "/settings/terms"),
  updateOrganizationAction: ofTeam("updateOrganization", () => "/settings"),
  updateAccountAction: ofOneself("updateOwnAccount"),
  acceptTermsAction: {
    ...ofOneself("acceptTerms"),
    path: () => "/account/terms",
  },
  changeAddressAction: ofOneself("changeOwnAddress"),
  withdrawAddressAction: ofOneself("withdrawAddressChange"),
  changePasswordAction: ofOneself("changeOwnPassword"),
  endOtherSessionsAction: ofOneself("endOtherSessions"),
  endSessionAction: ofOneself("endOwnSession"),
  addTotpAction: ofOneself("addTotp"),
  addPasskeyAction: ofOneself("addPasskey"),
  offerPasskeyAction: ofOneself("offerPasskey"),
  offerPasskeyProofAction: ofOneself("offerPasskeyProof"),
  createPersonalTokenAction: {
    ...ofOneself("createPersonalToken"),
    path: () => "/account/tokens",
  },
  revokePersonalTokenAction: {
    ...ofOneself("revokePersonalToken"),
    path: () => "/account/tokens",
  },
  removeSecondFactorAction: ofOneself("removeSecondFactor"),
  replaceRecoveryCodesAction: ofOneself("replaceRecoveryCodes"),
  confirmIdentityAction: ofOneself("confirmIdentity"),
  resetSecondFactorAction: ofTeam("resetSecondFactor", memberPage),
};

/** Before login, or without effect on data. */
export const openActions = [
  "logInAction",
  "proveSecondFactorAction",
  "offerPasskeyLogInAction",
  "requestPasswordResetAction",
  "resetPasswordAction",
  "acceptInvitationAction",
  "confirmAddressAction",
  // The holder of a link acts for the end-user it was made for.
  "recordOpenedAction",
  "openDeviceAction",
  "beginConnectionAction",
  "pollConnectionAction",
  "takeOverDevicesAction",
  "resumeAfterConnectingAction",
  "chooseThemeAction",
  "logOutAction",
];
