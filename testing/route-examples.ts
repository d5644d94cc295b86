import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { connectorCredentials } from "../db/schema";
import type { Actor, Member } from "../lib/core/access/actor";
import { encrypt } from "../lib/core/crypto/encryption";
import { actorOf, type TestOrganization } from "./organization";
import { addInvoice } from "./records/billing";
import { addConnectAttempt, addConnectLink, addManufacturerAccount } from "./records/connections";
import { addImport } from "./records/customers";
import { addAccessReview } from "./records/team";
import { signedReport, signReport } from "./stripe-stand-in";
import type { Tables } from "./use-case-examples/kinds";

export type RouteRequest = {
  path: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
  body?: BodyInit;
  /** The logged-in person, where the route is for members. */
  member?: Member;
  /** What of the request must be in no log, beside what the organization's records hold. */
  secrets?: string[];
};

type RouteExample = {
  /** A request that gets as far as the database. */
  request: (organization: TestOrganization, tables: Tables) => Promise<RouteRequest>;
  /** The headers of a body that its sender has signed, where a signature is the only credential. */
  sign?: (body: string) => Record<string, string>;
  /** Refusals that this route leads elsewhere on purpose, by the name of their class. */
  redirects?: string[];
  /** It reads no database. */
  isWithoutDatabase?: true;
};

const resendSecret = `whsec_${Buffer.from("a secret of Resend's webhook").toString("base64")}`;
const sandboxSecret = `whsec_${Buffer.from("a secret of the sandbox").toString("base64")}`;
const enodeSecret = "a secret of Enode's webhook";

/** The configuration under which the requests below are genuine. */
export const routeEnvironment = {
  STRIPE_SECRET_KEY: "sk_test_stand-in",
  STRIPE_WEBHOOK_SECRET: "whsec_stand-in",
  RESEND_WEBHOOK_SECRET: resendSecret,
  SANDBOX_MANUFACTURER_WEBHOOK_SECRET: sandboxSecret,
};

/** Everything a member's request needs, with what was searched for as the secret. */
function asMember(
  path: (organization: TestOrganization, tables: Tables) => string | Promise<string>,
  id?: (organization: TestOrganization, tables: Tables) => string | Promise<string>,
): RouteExample {
  return {
    async request(organization, tables) {
      return {
        path: await path(organization, tables),
        ...(id && { params: { id: await id(organization, tables) } }),
        member: memberOf(organization),
      };
    },
  };
}

function memberOf({ admin }: TestOrganization): Member {
  const actor: Actor = actorOf(admin);
  if (actor.kind !== "member") throw new Error("The admin is no member.");
  return actor;
}

const search = ({ mark }: TestOrganization) =>
  new URLSearchParams({ search: `Secret-user-${mark}` });

const brand = (name: string): RouteExample => ({
  request: async ({ id }) => ({
    path: `/brand/${id}/${name}`,
    params: { organizationId: id },
  }),
});

/** A body signed as Standard Webhooks say, under the names of headers that the sender uses. */
function signWebhook(
  secret: string,
  prefix: "svix" | "webhook",
  body: string,
): Record<string, string> {
  const id = "msg_1";
  const at = new Date();
  return {
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${prefix}-signature`]: new Webhook(secret).sign(id, at, body),
  };
}

const signAsSandbox = (body: string) => signWebhook(sandboxSecret, "webhook", body);
const signAsResend = (body: string) => signWebhook(resendSecret, "svix", body);
const signAsEnode = (body: string) => ({
  "x-enode-signature": `sha1=${createHmac("sha1", enodeSecret).update(body).digest("hex")}`,
});
const signAsStripe = (body: string) => ({ "stripe-signature": signReport(body) });

/** A request to every route handler, by its file and method. One that is missing fails the tests. */
export const routeExamples: Record<string, RouteExample> = {
  "/app/(portal)/users/[id]/personal-data/route.ts GET": asMember(
    ({ endUser }) => `/users/${endUser.id}/personal-data`,
    ({ endUser }) => endUser.id,
  ),
  "/app/(portal)/users/export/route.ts GET": asMember((o) => `/users/export?${search(o)}`),
  "/app/(portal)/buildings/export/route.ts GET": asMember((o) => `/buildings/export?${search(o)}`),
  "/app/(portal)/devices/export/route.ts GET": asMember((o) => `/devices/export?${search(o)}`),
  "/app/(portal)/team/role-history/export/route.ts GET": asMember(
    () => "/team/role-history/export?format=pdf",
  ),
  "/app/(portal)/team/export/route.ts GET": asMember(() => "/team/export"),
  "/app/(portal)/team/reviews/[id]/report/route.ts GET": asMember(
    () => "/team/reviews/1/report",
    async (organization, tables) => (await addAccessReview(organization, tables)).id,
  ),
  "/app/(portal)/search/route.ts GET": {
    async request(organization) {
      const term = `Secret-user-${organization.mark}`;
      const query = new URLSearchParams({ term });
      return { path: `/search?${query}`, member: memberOf(organization), secrets: [term] };
    },
  },
  "/app/(portal)/audit-log/export/route.ts GET": asMember(() => "/audit-log/export?format=csv"),
  "/app/(portal)/settings/billing/invoices/[id]/pdf/route.ts GET": asMember(
    () => "/settings/billing/invoices/1/pdf",
    addInvoice,
  ),
  "/app/(portal)/settings/billing/usage/export/route.ts GET": asMember(
    () => "/settings/billing/usage/export?month=2026-10",
  ),
  "/app/(portal)/settings/data/export/route.ts GET": asMember(() => "/settings/data/export"),
  "/app/(portal)/devices/[id]/readings/export/route.ts GET": asMember(
    ({ deviceId }) => `/devices/${deviceId}/readings/export`,
    ({ deviceId }) => deviceId,
  ),
  "/app/(portal)/imports/[id]/problems/route.ts GET": asMember(
    () => "/imports/1/problems",
    (organization, tables) => addImport(organization, tables, { state: "mapping" }),
  ),
  "/app/(portal)/imports/upload/route.ts POST": {
    // A file that cannot be read is told on the page of the form.
    redirects: ["Invalid"],
    async request(organization) {
      const email = `imported-${organization.mark}@home.example`;
      const form = new FormData();
      form.set("kind", "end-user");
      form.set("file", new File([`email,firstName,lastName\n${email},Im,Ported`], "customers.csv"));
      const multipart = new Response(form);
      return {
        path: "/imports/upload",
        headers: {
          origin: "http://localhost:3000",
          "content-type": multipart.headers.get("content-type") ?? "",
          "content-length": "1000",
        },
        body: await multipart.arrayBuffer(),
        member: memberOf(organization),
        secrets: [email],
      };
    },
  },
  "/app/(connect)/connect/callback/route.ts GET": {
    async request(organization, tables) {
      const { id, token } = await addConnectLink(organization, tables);
      await addConnectAttempt(organization, tables, id);
      const query = new URLSearchParams({ state: token, code: "code-of-the-manufacturer" });
      return {
        path: `/connect/callback?${query}`,
        cookies: { "connect-browser": "secret-of-the-browser" },
        secrets: [token, "code-of-the-manufacturer", "secret-of-the-browser"],
      };
    },
  },
  "/app/brand/[organizationId]/logo/route.ts GET": brand("logo"),
  "/app/brand/[organizationId]/style/route.ts GET": brand("style"),
  "/app/mailbox/[id]/body/route.ts GET": {
    isWithoutDatabase: true,
    request: async ({ id }) => ({ path: `/mailbox/${id}/body`, params: { id } }),
  },
  "/app/api/manufacturers/sandbox/[organizationId]/route.ts POST": {
    sign: signAsSandbox,
    async request(organization, tables) {
      await addManufacturerAccount(organization, tables);
      const account = `acc_${organization.mark}`;
      const body = JSON.stringify({ type: "changed", data: { account_id: account } });
      return {
        path: `/api/manufacturers/sandbox/${organization.id}`,
        params: { organizationId: organization.id },
        headers: signAsSandbox(body),
        body,
        secrets: [account, sandboxSecret],
      };
    },
  },
  "/app/api/manufacturers/enode/[organizationId]/route.ts POST": {
    sign: signAsEnode,
    async request(organization, tables) {
      const { id, mark } = organization;
      await tables.insert(connectorCredentials).values({
        organizationId: id,
        connector: "enode",
        clientId: `client-${mark}`,
        encryptedSecret: encrypt("a secret", `${id} enode`),
        encryptedWebhookSecret: encrypt(enodeSecret, `${id} enode`),
      });
      const body = JSON.stringify([{ user: { id: `enode-user-${mark}` } }]);
      const headers = signAsEnode(body);
      return {
        path: `/api/manufacturers/enode/${id}`,
        params: { organizationId: id },
        headers,
        body,
        secrets: [enodeSecret, headers["x-enode-signature"].slice("sha1=".length)],
      };
    },
  },
  "/app/api/mail/delivery-reports/route.ts POST": {
    sign: signAsResend,
    async request({ mark }) {
      const data = { email_id: `mail-${mark}`, bounce: { message: `no mailbox of ${mark}` } };
      const body = JSON.stringify({ type: "email.bounced", data });
      const headers = signAsResend(body);
      return { path: "/api/mail/delivery-reports", headers, body, secrets: [resendSecret] };
    },
  },
  "/app/api/billing/card-payments/route.ts POST": {
    sign: signAsStripe,
    async request(organization, tables) {
      const invoiceId = await addInvoice(organization, tables);
      const metadata = { organizationId: organization.id, invoiceId };
      const { body, signature } = signedReport({ metadata }, 114);
      return {
        path: "/api/billing/card-payments",
        headers: { "stripe-signature": signature },
        body,
        secrets: [signature, routeEnvironment.STRIPE_SECRET_KEY],
      };
    },
  },
};
