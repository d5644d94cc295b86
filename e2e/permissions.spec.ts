import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { organizations } from "../db/schema";
import { systemActor } from "../lib/access/actor";
import { type Action, type Resource, reachOf } from "../lib/access/matrix";
import { recordAuditEvents } from "../lib/audit/record-audit-events";
import {
  createOrganization,
  type TestOrganization,
  type TestPerson,
} from "../testing/organization";
import {
  addAccessReview,
  addApiClient,
  addDeparture,
  addHandbookEntry,
  fingerprint,
  inviteSomebody,
  useCaseExamples,
} from "../testing/use-case-examples";
import { ask, askAsRouter, baseUrl, callAction, cookieOf, variants } from "./http";
import { expect, test } from "./portal";

const manifest = (name: string) => JSON.parse(readFileSync(`.next/server/${name}`, "utf8"));

type Guarded = {
  audience: "team" | "end-users" | "everybody logged in";
  needs?: [Action, Resource][];
  path: (organization: TestOrganization) => string;
  /** What the page shows to those who may see it, and to nobody else. */
  secret: (organization: TestOrganization, viewer: TestPerson | undefined) => string;
  /** The path names a record, which another organization must not find. */
  isOfRecord?: boolean;
};

const customerName = (organization: TestOrganization) => organization.otherEndUser.name;

/** Every page behind login, and the rights that open it. A page that is missing here fails the suite. */
const guardedPages: Record<string, Guarded> = {
  "/(portal)/dashboard/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: () => "/dashboard",
    secret: customerName,
  },
  "/(portal)/users/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: () => "/users",
    secret: customerName,
  },
  "/(portal)/users/new/page": {
    audience: "team",
    needs: [["create", "end-user"]],
    path: () => "/users/new",
    secret: () => "Only the e-mail address is needed",
  },
  "/(portal)/users/[id]/page": {
    audience: "team",
    needs: [["read", "end-user"]],
    path: ({ otherEndUser }) => `/users/${otherEndUser.id}`,
    secret: ({ otherEndUser }) => otherEndUser.email,
    isOfRecord: true,
  },
  "/(portal)/users/[id]/edit/page": {
    audience: "team",
    needs: [["update", "end-user"]],
    path: ({ otherEndUser }) => `/users/${otherEndUser.id}/edit`,
    secret: ({ otherEndUser }) => otherEndUser.email,
    isOfRecord: true,
  },
  "/(portal)/devices/page": {
    audience: "team",
    needs: [["read", "device"]],
    path: () => "/devices",
    secret: ({ deviceId }) => deviceId,
  },
  "/(portal)/devices/[id]/page": {
    audience: "team",
    needs: [["read", "device"]],
    path: ({ deviceId }) => `/devices/${deviceId}`,
    secret: ({ mark }) => `Home ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/team/page": {
    audience: "team",
    needs: [["read", "staff"]],
    path: () => "/team",
    secret: ({ admin, staff }, viewer) => (viewer?.id === admin.id ? staff.email : admin.email),
  },
  "/(portal)/team/[id]/page": {
    audience: "team",
    needs: [["read", "staff"]],
    path: ({ staff }) => `/team/${staff.id}`,
    secret: () => "Made for a test",
    isOfRecord: true,
  },
  "/(portal)/team/invite/page": {
    audience: "team",
    needs: [["create", "staff"]],
    path: () => "/team/invite",
    secret: () => "They get a mail with a link",
  },
  "/(portal)/handbook/page": {
    audience: "team",
    needs: [["read", "handbook"]],
    path: () => "/handbook",
    secret: ({ mark }) => `Entry ${mark}`,
  },
  "/(portal)/handbook/new/page": {
    audience: "team",
    needs: [["create", "handbook"]],
    path: () => "/handbook/new",
    secret: () => "in which order, whom to ask",
  },
  "/(portal)/handbook/[id]/page": {
    audience: "team",
    needs: [["read", "handbook"]],
    path: ({ deviceId }) => `/handbook/${deviceId}`,
    secret: ({ mark }) => `Answer within three rings, ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/handbook/[id]/edit/page": {
    audience: "team",
    needs: [["update", "handbook"]],
    path: ({ deviceId }) => `/handbook/${deviceId}/edit`,
    secret: ({ mark }) => `Answer within three rings, ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/team/[id]/departure/page": {
    audience: "team",
    needs: [["delete", "staff"]],
    path: ({ staff }) => `/team/${staff.id}/departure`,
    secret: () => "What hangs on this person",
    isOfRecord: true,
  },
  "/(portal)/team/departures/page": {
    audience: "team",
    needs: [["delete", "staff"]],
    path: () => "/team/departures",
    secret: ({ mark }) => `Former ${mark}`,
  },
  "/(portal)/team/departures/[id]/page": {
    audience: "team",
    needs: [["delete", "staff"]],
    path: ({ deviceId }) => `/team/departures/${deviceId}`,
    secret: ({ mark }) => `Former ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/team/reviews/page": {
    audience: "team",
    needs: [["update", "admin"]],
    path: () => "/team/reviews",
    secret: () => "0 of 1 decided",
  },
  "/(portal)/team/reviews/[id]/page": {
    audience: "team",
    needs: [["update", "admin"]],
    path: ({ deviceId }) => `/team/reviews/${deviceId}`,
    secret: ({ staff }) => staff.email,
    isOfRecord: true,
  },
  "/(portal)/team/reviews/[id]/report/route": {
    audience: "team",
    needs: [["update", "admin"]],
    path: ({ deviceId }) => `/team/reviews/${deviceId}/report`,
    secret: ({ staff }) => staff.email,
    isOfRecord: true,
  },
  "/(portal)/settings/api-credentials/page": {
    audience: "team",
    needs: [["read", "api-credentials"]],
    path: () => "/settings/api-credentials",
    secret: () => "Data warehouse",
  },
  "/(portal)/settings/api-credentials/new/page": {
    audience: "team",
    needs: [["create", "api-credentials"]],
    path: () => "/settings/api-credentials/new",
    secret: () => "Give as little as the system needs",
  },
  "/(portal)/settings/api-credentials/[id]/page": {
    audience: "team",
    needs: [["read", "api-credentials"]],
    path: ({ deviceId }) => `/settings/api-credentials/${deviceId}`,
    secret: () => "Data warehouse",
    isOfRecord: true,
  },
  "/(portal)/audit-log/page": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/audit-log",
    secret: ({ mark }) => `trace-${mark}`,
  },
  "/(portal)/audit-log/export/route": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/audit-log/export",
    secret: ({ mark }) => `trace-${mark}`,
  },
  "/(portal)/audit-log/verification/page": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/audit-log/verification",
    secret: () => "BEGIN PUBLIC KEY",
  },
  "/(portal)/settings/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings",
    secret: ({ mark }) => `domain-${mark}.example`,
  },
  "/(self)/me/page": {
    audience: "end-users",
    needs: [["read", "device"]],
    path: () => "/me",
    secret: ({ mark }) => `Home ${mark}`,
  },
  "/(self)/account/page": {
    audience: "everybody logged in",
    path: () => "/account",
    secret: () => "Where you are logged in.",
  },
  "/(self)/account/second-factor/page": {
    audience: "everybody logged in",
    path: () => "/account/second-factor",
    secret: () => "otpauth",
  },
  "/(self)/account/confirm-identity/page": {
    audience: "everybody logged in",
    path: () => "/account/confirm-identity",
    secret: () => "your last login was a while ago",
  },
};

/** Open to everybody; none of them shows anything of an organization to whoever has no link. */
const openPages = [
  "/(public)/accounts/forgotten-password/page",
  "/(public)/accounts/login/page",
  "/(public)/accounts/second-factor/page",
  "/(public)/accounts/reset-password/[token]/page",
  "/(public)/invite/[token]/page",
  "/(public)/terms/page",
  "/_global-error/page",
  "/_not-found/page",
  "/api/mail/delivery-reports/route",
  "/healthz/route",
  "/icon.svg/route",
  // Demo and development only.
  "/mailbox/[id]/body/route",
  "/mailbox/[id]/page",
  "/mailbox/page",
  // Leads on to where the viewer belongs.
  "/page",
];

/** Records under an id that pages can be asked for without knowing what the preparation made. */
async function prepareRecords(
  organization: TestOrganization,
  tables: Parameters<typeof fingerprint>[0],
): Promise<void> {
  const { deviceId: id, mark } = organization;
  await addHandbookEntry(organization, tables, { id, title: `Entry ${mark}` });
  await addApiClient(organization, tables, id);
  await addDeparture(organization, tables, id);
  await addAccessReview(organization, tables, { id });
}

const viewers = ["nobody", "admin", "staff", "endUser"] as const;
type Viewer = (typeof viewers)[number];

const personOf = (viewer: Viewer, organization: TestOrganization): TestPerson | undefined =>
  viewer === "nobody" ? undefined : organization[viewer];

function isAllowed(page: Guarded, viewer: Viewer): boolean {
  if (viewer === "nobody") return false;
  if (page.audience === "everybody logged in") return true;
  const role = viewer === "endUser" ? "user" : viewer;
  if ((page.audience === "team") === (role === "user")) return false;
  return (page.needs ?? []).every(([action, resource]) => reachOf(role, action, resource));
}

test("every page and route of the build is known here", () => {
  const built = Object.keys(manifest("app-paths-manifest.json")).sort();
  expect([...Object.keys(guardedPages), ...openPages].sort()).toEqual(built);
});

for (const [name, page] of Object.entries(guardedPages)) {
  for (const viewer of viewers) {
    test(`${name} as ${viewer}`, async ({ owner, organization }) => {
      await owner.tables
        .update(organizations)
        .set({ allowedEmailDomains: [`domain-${organization.mark}.example`] })
        .where(eq(organizations.id, organization.id));
      await recordAuditEvents(owner.tables as never, systemActor(organization.id, "r"), [
        { action: "session.ended", target: { type: "user", name: `trace-${organization.mark}` } },
      ]);
      await prepareRecords(organization, owner.tables);
      const person = personOf(viewer, organization);
      const headers = await cookieOf(person);
      const path = page.path(organization);
      const secret = page.secret(organization, person);
      const answer = await ask(path, { headers });

      if (isAllowed(page, viewer)) {
        expect(answer.status).toBe(200);
        expect(answer.body).toContain(secret);
        const router = await askAsRouter(path, { ...headers, rsc: "1" });
        expect(router.body).toContain(secret);
      } else {
        expect(answer.status).toBe(viewer === "nobody" ? 307 : 403);
        if (viewer === "nobody") expect(answer.location).toContain("/accounts/login?next=");
        expect(answer.body).not.toContain(secret);
        for (const [variant, vary] of variants) {
          const varied = vary(path);
          const { body } = await askAsRouter(varied.path, { ...headers, ...varied.headers });
          expect(body, variant).not.toContain(secret);
        }
      }
    });
  }

  if (page.isOfRecord) {
    test(`${name} of another organization is not there`, async ({ owner, organization }) => {
      const stranger = await createOrganization(owner.tables);
      await prepareRecords(organization, owner.tables);
      const path = page.path(organization);
      const secret = page.secret(organization, organization.admin);
      for (const viewer of ["admin", "staff"] as const) {
        const headers = await cookieOf(stranger[viewer]);
        const answer = await ask(path, { headers });
        const missing = await ask(
          path.replace(/[0-9a-f-]{36}/, "01900000-0000-7000-8000-000000000000"),
          { headers },
        );
        const isMayBeKnown = isAllowed(page, viewer);
        expect(answer.status).toBe(isMayBeKnown ? 404 : 403);
        expect(answer.status).toBe(missing.status);
        for (const [variant, vary] of [
          ["plain", (plain: string) => ({ path: plain, headers: {} })] as const,
          ...variants,
        ]) {
          const varied = vary(path);
          const { body } = await askAsRouter(varied.path, { ...headers, ...varied.headers });
          expect(body, variant).not.toContain(secret);
        }
      }
    });
  }
}

type GuardedAction = {
  audience: "team" | "everybody logged in";
  /** The use-case behind it, whose example gives input and rights. */
  useCase: string;
  path: (organization: TestOrganization) => string;
};

const ofTeam = (useCase: string, path: GuardedAction["path"]): GuardedAction => ({
  audience: "team",
  useCase,
  path,
});
const memberPage = ({ staff }: TestOrganization) => `/team/${staff.id}`;
const endUserPage = ({ endUser }: TestOrganization) => `/users/${endUser.id}`;
const devicePage = ({ deviceId }: TestOrganization) => `/devices/${deviceId}`;
const apiClientPage = ({ deviceId }: TestOrganization) => `/settings/api-credentials/${deviceId}`;
const ofOneself = (useCase: string): GuardedAction => ({
  audience: "everybody logged in",
  useCase,
  path: () => "/account",
});

/** Every server action behind login. One that is missing here fails the suite. */
const guardedActions: Record<string, GuardedAction> = {
  createEndUserAction: ofTeam("createEndUser", () => "/users/new"),
  updateEndUserAction: ofTeam("updateEndUser", () => "/users/new"),
  deleteEndUserAction: ofTeam("deleteEndUser", endUserPage),
  updateDeviceAction: ofTeam("updateDevice", devicePage),
  deleteDeviceAction: ofTeam("deleteDevice", devicePage),
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
  startAccessReviewAction: ofTeam("startAccessReview", () => "/team/reviews"),
  confirmMemberAccessAction: ofTeam("confirmMemberAccess", () => "/team/reviews"),
  closeAccessReviewAction: ofTeam("closeAccessReview", () => "/team/reviews"),
  updateOrganizationAction: ofTeam("updateOrganization", () => "/settings"),
  updateAccountAction: ofOneself("updateOwnAccount"),
  changePasswordAction: ofOneself("changeOwnPassword"),
  endOtherSessionsAction: ofOneself("endOtherSessions"),
  endSessionAction: ofOneself("endOwnSession"),
  addTotpAction: ofOneself("addTotp"),
  addPasskeyAction: ofOneself("addPasskey"),
  offerPasskeyAction: ofOneself("offerPasskey"),
  offerPasskeyProofAction: ofOneself("offerPasskeyProof"),
  removeSecondFactorAction: ofOneself("removeSecondFactor"),
  replaceRecoveryCodesAction: ofOneself("replaceRecoveryCodes"),
  confirmIdentityAction: ofOneself("confirmIdentity"),
  resetSecondFactorAction: ofTeam("resetSecondFactor", memberPage),
};

/** At the door, or without effect on data. */
const openActions = [
  "logInAction",
  "proveSecondFactorAction",
  "offerPasskeyLogInAction",
  "requestPasswordResetAction",
  "resetPasswordAction",
  "acceptInvitationAction",
  "chooseThemeAction",
  "logOutAction",
];

type ActionEntry = { exportedName: string };
const actionIds = new Map(
  Object.entries(
    manifest("server-reference-manifest.json").node as Record<string, ActionEntry>,
  ).map(([id, { exportedName }]) => [exportedName, id]),
);

const idOf = (name: string) => actionIds.get(name) ?? "";
const sameOrigin = { origin: baseUrl };

function exampleOf(useCase: string) {
  const example = useCaseExamples[useCase];
  if (!example) throw new Error(`${useCase} has no example.`);
  return example;
}

function mayAct(action: GuardedAction, viewer: Viewer): boolean {
  if (viewer === "nobody") return false;
  if (action.audience === "everybody logged in") return true;
  if (viewer === "endUser") return false;
  return exampleOf(action.useCase).needs.every(([does, resource]) =>
    reachOf(viewer, does, resource),
  );
}

async function inputOf(
  action: GuardedAction,
  organization: TestOrganization,
  tables: Parameters<typeof fingerprint>[0],
  person: TestPerson = organization.admin,
) {
  const input = (await exampleOf(action.useCase).input(organization, tables, person)) as object;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]));
}

test("every server action of the build is known here", () => {
  expect([...Object.keys(guardedActions), ...openActions].sort()).toEqual(
    [...actionIds.keys()].sort(),
  );
});

for (const [name, action] of Object.entries(guardedActions)) {
  for (const viewer of viewers) {
    test(`${name} as ${viewer}`, async ({ owner, organization }) => {
      const person = personOf(viewer, organization);
      const values = await inputOf(action, organization, owner.tables, person);
      const before = await fingerprint(owner.tables, organization.id);
      const headers = { ...sameOrigin, ...(await cookieOf(person)) };
      const path = action.path(organization);
      if (mayAct(action, viewer)) {
        const answer = await callAction(path, idOf(name), values, headers);
        expect([200, 303]).toContain(answer.status);
        const isAboutSelf = action.audience === "everybody logged in";
        if (!isAboutSelf) expect(await fingerprint(owner.tables, organization.id)).not.toBe(before);
        return;
      }
      for (const where of [path, "/accounts/login", "/", `${path}?_rsc=abc12`]) {
        const answer = await callAction(where, idOf(name), values, headers);
        if (viewer === "nobody" && where === path)
          expect(answer.location).toContain("/accounts/login");
        if (viewer !== "nobody" && where === path) expect(answer.status).toBe(403);
        expect(await fingerprint(owner.tables, organization.id), where).toBe(before);
      }
    });
  }

  test(`${name} changes nothing of another organization`, async ({ owner, organization }) => {
    const stranger = await createOrganization(owner.tables);
    const values = await inputOf(action, organization, owner.tables);
    const before = await fingerprint(owner.tables, organization.id);
    const headers = { ...sameOrigin, ...(await cookieOf(stranger.admin)) };
    const answer = await callAction(action.path(organization), idOf(name), values, headers);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    if (values.id) expect(answer.status).toBe(404);
  });

  test(`${name} is refused from elsewhere`, async ({ owner, organization }) => {
    const values = await inputOf(action, organization, owner.tables);
    const before = await fingerprint(owner.tables, organization.id);
    const cookie = await cookieOf(organization.admin);
    const origins: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: baseUrl.replace("localhost", "localhost.evil.example") },
      { origin: baseUrl.replace(/\d+$/, "9") },
      { origin: baseUrl.replace("http:", "https:") },
      { "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
    ];
    for (const origin of origins) {
      await callAction(action.path(organization), idOf(name), values, { ...origin, ...cookie });
      expect(await fingerprint(owner.tables, organization.id), JSON.stringify(origin)).toBe(before);
    }
  });
}

test("the actions at the door are refused from elsewhere too", async ({ owner, organization }) => {
  const { token } = await inviteSomebody(organization, owner.tables);
  const before = await fingerprint(owner.tables, organization.id);
  const example = (await exampleOf("acceptInvitation").input(
    organization,
    owner.tables,
    organization.admin,
  )) as Record<string, string>;
  const prepared = await fingerprint(owner.tables, organization.id);
  expect(prepared).not.toBe(before);
  for (const origin of [{}, { origin: "null" }, { origin: "https://evil.example" }]) {
    await callAction(
      `/invite/${token}`,
      idOf("acceptInvitationAction"),
      { ...example, token },
      origin as Record<string, string>,
    );
    await callAction(
      "/accounts/forgotten-password",
      idOf("requestPasswordResetAction"),
      { email: organization.admin.email },
      origin as Record<string, string>,
    );
    expect(await fingerprint(owner.tables, organization.id)).toBe(prepared);
  }
});
