import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { auditEvents, outgoingMails } from "@/db/schema";
import { Forbidden } from "@/lib/core/errors";
import { getTeamMember } from "@/lib/team/members/get-team-member";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import { revokeInvitation } from "@/lib/team/members/revoke-invitation";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { listMailbox } from "./mailbox";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(owner.tables);
});

async function inviteTo(email: string) {
  const { id, link } = await inviteTeamMember(actorOf(organization.admin), {
    email,
    firstName: "New",
    lastName: "Colleague",
    role: "staff",
    reason: "Joins the support team",
  });
  const [mail] = await owner.tables
    .select()
    .from(outgoingMails)
    .where(eq(outgoingMails.userId, id));
  if (!mail) throw new Error("No mail was queued.");
  return { id, link, job: { organizationId: organization.id, mailId: mail.id } };
}

const mailOf = async (mailId: string) => {
  const [mail] = await owner.tables
    .select()
    .from(outgoingMails)
    .where(eq(outgoingMails.id, mailId));
  return mail;
};

const memberMail = async (id: string) => {
  const { invitation } = await getTeamMember(actorOf(organization.admin), { id });
  return invitation?.kind === "open" ? invitation.mail : undefined;
};

const attempt = { isLast: false, requestId: "job-1" };

/** Modules that read the configuration, loaded afresh under changed variables. */
async function withVariables(variables: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { sendQueuedMail } = await import("./send-queued-mail");
  const { receiveDeliveryReport } = await import("./receive-delivery-report");
  return { sendQueuedMail, receiveDeliveryReport };
}

describe("the embedded mailbox", () => {
  it("delivers the invitation with its link, and the link's secret is forgotten", async () => {
    const { sendQueuedMail } = await withVariables({});
    const { id, link, job } = await inviteTo("reader@utility.example");
    expect(await memberMail(id)).toMatchObject({ state: "queued" });
    await sendQueuedMail(job, attempt);
    const [message] = await listMailbox("reader@utility.example");
    expect(message?.subject).toContain("invited you to Utility");
    expect(message?.html).toContain(link);
    expect(message?.text).toContain(link);
    expect(await mailOf(job.mailId)).toMatchObject({ state: "delivered", encryptedSecret: null });
    expect(await memberMail(id)).toMatchObject({ state: "delivered" });
  });

  it("gets a mail once, however often its job runs", async () => {
    const { sendQueuedMail } = await withVariables({});
    const { job } = await inviteTo("once@utility.example");
    await Promise.all([sendQueuedMail(job, attempt), sendQueuedMail(job, attempt)]);
    await sendQueuedMail(job, attempt);
    expect(await listMailbox("once@utility.example")).toHaveLength(1);
    const events = await owner.tables
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.targetId, job.mailId));
    expect(events.map((event) => event.action)).toEqual(["mail.delivered"]);
  });

  it("sends mail to a bouncing address back, with the reason", async () => {
    const { sendQueuedMail } = await withVariables({});
    const { id, job } = await inviteTo("gone@bounce.example");
    await sendQueuedMail(job, attempt);
    expect(await memberMail(id)).toEqual(
      expect.objectContaining({ state: "bounced", reason: "550 5.1.1 No such mailbox" }),
    );
  });

  it("gets nothing of a withdrawn invitation", async () => {
    const { sendQueuedMail } = await withVariables({});
    const { id, job } = await inviteTo("withdrawn@utility.example");
    await revokeInvitation(actorOf(organization.admin), { id });
    await sendQueuedMail(job, attempt);
    expect(await listMailbox("withdrawn@utility.example")).toHaveLength(0);
  });
});

describe("Resend", () => {
  const received: {
    key: string | undefined;
    authorization: string | undefined;
    body: { to: string; html: string };
  }[] = [];
  let answer: { status: number; body: object };
  let server: Server;
  const variables: Record<string, string> = {
    RESEND_API_KEY: "re_test",
    RESEND_WEBHOOK_SECRET: "",
  };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      received.push({
        key: request.headers["idempotency-key"]?.toString(),
        authorization: request.headers.authorization,
        body: JSON.parse(await bodyOf(request)),
      });
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (typeof address !== "object" || !address) throw new Error("The stand-in has no address.");
    variables.RESEND_BASE_URL = `http://127.0.0.1:${address.port}`;
    variables.RESEND_WEBHOOK_SECRET = `whsec_${Buffer.from("a webhook secret").toString("base64")}`;
  });
  beforeEach(() => {
    received.length = 0;
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => server.close());

  it("gets the mail under our own id, and its word is kept", async () => {
    const { sendQueuedMail } = await withVariables(variables);
    answer = { status: 200, body: { id: "resend-1" } };
    const { link, job } = await inviteTo("a@utility.example");
    await sendQueuedMail(job, attempt);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ key: job.mailId, authorization: "Bearer re_test" });
    expect(received[0]?.body.html).toContain(link);
    expect(await mailOf(job.mailId)).toMatchObject({ state: "sent", providerId: "resend-1" });
  });

  it("is tried again while it is down, and given up in the end", async () => {
    const { sendQueuedMail } = await withVariables(variables);
    answer = {
      status: 500,
      body: { name: "internal_server_error", message: "down", statusCode: 500 },
    };
    const { job } = await inviteTo("b@utility.example");
    await expect(sendQueuedMail(job, attempt)).rejects.toThrow("down");
    expect(await mailOf(job.mailId)).toMatchObject({ state: "queued", attempts: 1 });
    await expect(sendQueuedMail(job, { ...attempt, isLast: true })).rejects.toThrow("down");
    expect(await mailOf(job.mailId)).toMatchObject({ state: "failed", encryptedSecret: null });
    answer = { status: 200, body: { id: "resend-2" } };
    await sendQueuedMail(job, attempt);
    expect(await mailOf(job.mailId)).toMatchObject({ state: "failed" });
  });

  it("refusing the mail itself ends the matter at once", async () => {
    const { sendQueuedMail } = await withVariables(variables);
    answer = {
      status: 422,
      body: { name: "validation_error", message: "Invalid `to`", statusCode: 422 },
    };
    const { id, job } = await inviteTo("c@utility.example");
    await sendQueuedMail(job, attempt);
    expect(await memberMail(id)).toMatchObject({
      state: "failed",
      reason: "validation_error: Invalid `to`",
    });
  });

  it("reports delivery and bounces by a signed webhook, whose repeats change nothing", async () => {
    const { sendQueuedMail, receiveDeliveryReport } = await withVariables(variables);
    answer = { status: 200, body: { id: "resend-3" } };
    const { id, job } = await inviteTo("d@utility.example");
    await sendQueuedMail(job, attempt);
    const report = (type: string, data: object = {}) =>
      signed(JSON.stringify({ type, data: { email_id: "resend-3", ...data } }), "a webhook secret");
    await receiveDeliveryReport(report("email.delivered"), "r1");
    await receiveDeliveryReport(report("email.delivered"), "r1");
    expect(await memberMail(id)).toMatchObject({ state: "delivered" });
    await receiveDeliveryReport(
      report("email.bounced", { bounce: { message: "Mailbox full" } }),
      "r2",
    );
    expect(await memberMail(id)).toMatchObject({ state: "bounced", reason: "Mailbox full" });
    const events = await owner.tables
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.targetId, job.mailId));
    expect(events.map((event) => event.action).sort()).toEqual([
      "mail.bounced",
      "mail.delivered",
      "mail.sent",
    ]);
  });

  it("is not believed without the right signature", async () => {
    const { sendQueuedMail, receiveDeliveryReport } = await withVariables(variables);
    answer = { status: 200, body: { id: "resend-4" } };
    const { job } = await inviteTo("e@utility.example");
    await sendQueuedMail(job, attempt);
    const body = JSON.stringify({ type: "email.bounced", data: { email_id: "resend-4" } });
    const forged = receiveDeliveryReport(signed(body, "another secret"), "r1");
    await expect(forged).rejects.toMatchObject({ name: new Forbidden().name });
    expect(await mailOf(job.mailId)).toMatchObject({ state: "sent" });
  });
});

/** As the Standard Webhooks scheme signs. */
function signed(body: string, secret: string) {
  const id = `msg_${Math.random()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");
  return { body, id, timestamp, signature: `v1,${signature}` };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
