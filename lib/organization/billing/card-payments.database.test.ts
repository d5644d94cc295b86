import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { invoices } from "@/db/schema";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { addInvoice } from "@/testing/records/billing";
import { signedReport, startStripeStandIn } from "@/testing/stripe-stand-in";
import { receiveCardPayment, startCardPayment } from "./card-payments";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
const standIn = await startStripeStandIn(() => "http://127.0.0.1:9");
beforeAll(() => Object.assign(process.env, standIn.variables));
afterAll(async () => {
  await standIn.stop();
  await client.end();
});

async function prepare() {
  const organization = await createOrganization(tables);
  const id = await addInvoice(organization, tables);
  const metadata = { organizationId: organization.id, invoiceId: id };
  const stateOf = async () =>
    (await tables.select().from(invoices).where(eq(invoices.id, id)))[0]?.state;
  return { admin: actorOf(organization.admin), id, metadata, stateOf };
}

it("opens one payment page however often it is asked", async () => {
  const { admin, id } = await prepare();
  const address = await startCardPayment(admin, { id });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pay\/cs_test_/);
  expect(await startCardPayment(admin, { id })).toBe(address);
  expect(await (await fetch(address)).text()).toContain("<h1>114</h1>");
});

it("takes a signed report of the whole sum, once", async () => {
  const { admin, id, metadata, stateOf } = await prepare();
  const { body, signature } = signedReport({ metadata }, 114);
  await receiveCardPayment(body, signature, "r");
  await receiveCardPayment(body, signature, "r");
  expect(await stateOf()).toBe("paid");
  await expect(startCardPayment(admin, { id })).rejects.toEqual(new Conflict("invoicePaid"));
});

it("takes nothing else for a payment", async () => {
  const { metadata, stateOf } = await prepare();
  const { body, signature } = signedReport({ metadata }, 114);
  const tampered = body.replace('"amount_total":114', '"amount_total":115');
  await expect(receiveCardPayment(tampered, signature, "r")).rejects.toBeInstanceOf(Forbidden);
  await expect(receiveCardPayment(body, "", "r")).rejects.toBeInstanceOf(Forbidden);
  const short = signedReport({ metadata }, 1);
  await receiveCardPayment(short.body, short.signature, "r");
  expect(await stateOf()).toBe("open");
});
