import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { organizations } from "../db/schema";
import { systemActor } from "../lib/core/access/actor";
import { scopeOf } from "../lib/core/access/matrix";
import { recordAuditEvents } from "../lib/platform/audit/record-audit-events";
import { fingerprint } from "../testing/fingerprint";
import {
  createOrganization,
  type TestOrganization,
  type TestPerson,
} from "../testing/organization";
import { addInvoice, addUsage } from "../testing/records/billing";
import { addBulkAction, addImport } from "../testing/records/customers";
import { addFinding } from "../testing/records/security";
import { addAuditStream, addMailText } from "../testing/records/settings";
import {
  addAnswerTemplate,
  addCase,
  addDiagnosis,
  addIncident,
  addSupportView,
} from "../testing/records/support";
import {
  addAccessReview,
  addApiClient,
  addDeparture,
  addHandbookEntry,
  inviteSomebody,
} from "../testing/records/team";
import { addWebhook } from "../testing/records/webhooks";
import { useCaseExamples } from "../testing/use-case-examples";
import { type GuardedAction, guardedActions, openActions } from "./guarded-actions";
import { type Guarded, guardedPages, openPages, testedApart } from "./guarded-pages";
import { ask, askAsRouter, baseUrl, callAction, cookieOf, inParallel, variants } from "./http";
import { expect, test } from "./portal";

const manifest = (name: string) => JSON.parse(readFileSync(`.next/server/${name}`, "utf8"));

/** Records under an id that pages can be asked for without knowing what the preparation made. */
async function prepareRecords(
  organization: TestOrganization,
  tables: Parameters<typeof fingerprint>[0],
): Promise<void> {
  const { deviceId: id, mark } = organization;
  await addHandbookEntry(organization, tables, { id, title: `Entry ${mark}` });
  await addApiClient(organization, tables, id);
  await addWebhook(organization, tables, { id });
  await addDeparture(organization, tables, id);
  await addAccessReview(organization, tables, { id });
  await addFinding(organization, tables, id);
  await addMailText(organization, tables);
  await addAuditStream(organization, tables);
  await addBulkAction(organization, tables, { id });
  await addImport(organization, tables, { id });
  await addInvoice(organization, tables, id);
  await addUsage(organization, tables, "2026-10-05");
  await addCase(organization, tables, { id });
  await addAnswerTemplate(organization, tables);
  await addDiagnosis(organization, tables, id);
  await addIncident(organization, tables);
  await addSupportView(organization, tables, { id });
  await addSupportView(organization, tables, {
    id: organization.buildingId,
    member: organization.staff,
  });
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
  return (page.needs ?? []).every(([action, resource]) => scopeOf(role, action, resource));
}

test("every page and route of the build is known here", () => {
  const built = Object.keys(manifest("app-paths-manifest.json")).sort();
  expect([...Object.keys(guardedPages), ...openPages, ...testedApart].sort()).toEqual(built);
});

/** Asks for a page in every way that there is, none of which may answer with its secret or break. */
async function expectNoVariantTells(
  path: string,
  headers: Record<string, string>,
  secret: string,
): Promise<void> {
  await inParallel(variants, async ([variant, vary]) => {
    const varied = vary(path);
    const { status, body } = await askAsRouter(varied.path, { ...headers, ...varied.headers });
    expect(status, variant).toBeLessThan(500);
    expect(body, variant).not.toContain(secret);
  });
}

/**
 * Reading changes nothing, so the tests of pages share an organization with something on every page, and one whose
 * people are strangers there.
 */
const pageTest = test.extend<object, { shared: TestOrganization; stranger: TestOrganization }>({
  stranger: [
    async ({ owner }, use) => {
      await use(await createOrganization(owner.tables));
    },
    { scope: "worker" },
  ],
  shared: [
    async ({ owner, passwordHash }, use) => {
      const organization = await createOrganization(owner.tables, passwordHash);
      await owner.tables
        .update(organizations)
        .set({ allowedEmailDomains: [`domain-${organization.mark}.example`] })
        .where(eq(organizations.id, organization.id));
      await recordAuditEvents(owner.tables as never, systemActor(organization.id, "r"), [
        { action: "session.ended", target: { type: "user", name: `trace-${organization.mark}` } },
      ]);
      await prepareRecords(organization, owner.tables);
      await use(organization);
    },
    { scope: "worker" },
  ],
});

for (const [name, page] of Object.entries(guardedPages)) {
  for (const viewer of viewers) {
    pageTest(`${name} as ${viewer}`, async ({ shared: organization }) => {
      const person = personOf(viewer, organization);
      const headers = cookieOf(person);
      const path = page.path(organization, person);
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
        await expectNoVariantTells(path, headers, secret);
      }
    });
  }

  if (page.isOfRecord) {
    pageTest(`${name} of another organization is not there`, async ({ shared, stranger }) => {
      const organization = shared;
      const path = page.path(organization);
      const secret = page.secret(organization, organization.admin);
      for (const viewer of ["admin", "staff"] as const) {
        const headers = cookieOf(stranger[viewer]);
        const nowhere = path.replace(/[0-9a-f-]{36}/, "01900000-0000-7000-8000-000000000000");
        const [answer, missing] = await Promise.all([
          ask(path, { headers }),
          ask(nowhere, { headers }),
        ]);
        const isMayBeKnown = isAllowed(page, viewer);
        expect(answer.status).toBe(isMayBeKnown ? 404 : 403);
        expect(answer.status).toBe(missing.status);
        expect(answer.body).not.toContain(secret);
        await expectNoVariantTells(path, headers, secret);
      }
    });
  }
}

for (const viewer of viewers) {
  test(`uploading a file to import as ${viewer}`, async ({ owner, organization }) => {
    const before = await fingerprint(owner.tables, organization.id);
    const upload = (origin: Record<string, string>, cookie: Record<string, string>) => {
      const body = new FormData();
      body.append("kind", "end-user");
      body.append("file", new Blob(["email\neva@home.example"]), "list.csv");
      return ask("/imports/upload", { method: "POST", headers: { ...origin, ...cookie }, body });
    };
    const cookie = cookieOf(personOf(viewer, organization));
    for (const origin of [{}, { origin: "null" }, { origin: "https://evil.example" }]) {
      const refused = await upload(origin as Record<string, string>, cookie);
      expect([307, 403]).toContain(refused.status);
      expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    }
    const answer = await upload({ origin: baseUrl }, cookie);
    if (viewer === "admin" || viewer === "staff") {
      expect(answer.location).toMatch(/\/imports\/[0-9a-f-]{36}$/);
      expect(await fingerprint(owner.tables, organization.id)).not.toBe(before);
    } else {
      expect(answer.status).toBe(viewer === "nobody" ? 303 : 403);
      expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    }
  });
}

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
  if (action.audience === "end-users") return viewer === "endUser";
  if (viewer === "endUser") return false;
  return exampleOf(action.useCase).needs.every(([does, resource]) =>
    scopeOf(viewer, does, resource),
  );
}

async function inputOf(
  action: GuardedAction,
  organization: TestOrganization,
  tables: Parameters<typeof fingerprint>[0],
  person: TestPerson = organization.admin,
) {
  const input = (await exampleOf(action.useCase).input(organization, tables, person)) as object;
  const values = Object.entries(input).map(([name, value]) => [name, String(value)]);
  return { ...(Object.fromEntries(values) as Record<string, string>), ...action.fields };
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
      const headers = { ...sameOrigin, ...cookieOf(person) };
      const path = action.path(organization);
      if (mayAct(action, viewer)) {
        const answer = await callAction(path, idOf(name), values, headers);
        expect([200, 303]).toContain(answer.status);
        const isAboutSelf = action.audience === "everybody logged in";
        if (!isAboutSelf && !action.changesNothing)
          expect(await fingerprint(owner.tables, organization.id)).not.toBe(before);
        return;
      }
      const places = [path, "/accounts/login", "/", `${path}?_rsc=abc12`];
      const [atItsPage, ...elsewhere] = await inParallel(places, (where) =>
        callAction(where, idOf(name), values, headers),
      );
      if (viewer === "nobody") expect(atItsPage?.location).toContain("/accounts/login");
      else expect(atItsPage?.status).toBe(403);
      for (const { status } of elsewhere) expect(status).not.toBe(503);
      expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    });
  }

  test(`${name} changes nothing of another organization`, async ({ owner, organization }) => {
    const stranger = await createOrganization(owner.tables);
    const values = await inputOf(action, organization, owner.tables);
    const before = await fingerprint(owner.tables, organization.id);
    const outsider = action.audience === "end-users" ? stranger.endUser : stranger.admin;
    const headers = { ...sameOrigin, ...cookieOf(outsider) };
    const answer = await callAction(action.path(organization), idOf(name), values, headers);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    if (values.id) expect(answer.status).toBe(404);
  });

  test(`${name} is refused from elsewhere`, async ({ owner, organization }) => {
    const values = await inputOf(action, organization, owner.tables);
    const before = await fingerprint(owner.tables, organization.id);
    const cookie = cookieOf(organization.admin);
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
    const answers = await inParallel(origins, (origin) =>
      callAction(action.path(organization), idOf(name), values, { ...origin, ...cookie }),
    );
    for (const { status } of answers) expect(status).not.toBe(503);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
  });
}

test("the actions before login are refused from elsewhere too", async ({ owner, organization }) => {
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
