import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditDetails, auditEvents, buildings, energyContracts, organizations } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { Duplicate, Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { createEnergyContract, updateEnergyContract } from "./write-energy-contract";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});
afterEach(() => holdClock());
afterAll(() => client.end());

const staff = () => actorOf(organization.staff);
const meter = (number: number) => `AT${String(number).padStart(31, "0")}`;

const create = (fields: object, endUser = organization.endUser) =>
  createEnergyContract(staff(), {
    userId: endUser.id,
    supplier: "Alpenstrom",
    validFrom: "2026-01-01",
    ...fields,
  });

async function read(id: string) {
  const [contract] = await tables.select().from(energyContracts).where(eq(energyContracts.id, id));
  if (!contract) throw new Error("There is no such contract.");
  return contract;
}

describe("meter points", () => {
  it("are stored without spaces and in capital letters", async () => {
    const { id } = await create({ meterId: "at 001000 00000 00000 00000 00000 00042" });
    expect((await read(id)).meterId).toBe("AT0010000000000000000000000000042");
  });

  it("have the form of their building's country, else of the organization's", async () => {
    const { buildingId } = organization;
    await expect(create({ meterId: "AT00100" })).rejects.toEqual(
      new Invalid({ meterId: "meterPointAT" }),
    );
    await tables.update(buildings).set({ country: "DE" }).where(eq(buildings.id, buildingId));
    await expect(create({ meterId: "41373559242", buildingId })).rejects.toEqual(
      new Invalid({ meterId: "meterPointCheckDigit" }),
    );
    const { id } = await create({ meterId: "41373559241", buildingId });
    expect((await read(id)).meterId).toBe("41373559241");
    await tables
      .update(organizations)
      .set({ country: "CH" })
      .where(eq(organizations.id, organization.id));
    await expect(create({ meterId: meter(1) })).rejects.toEqual(
      new Invalid({ meterId: "meterPointCH" }),
    );
  });

  it("that were stored before do not keep a contract from being changed", async () => {
    const { id } = await create({});
    await tables
      .update(energyContracts)
      .set({ meterId: "AT0017" })
      .where(eq(energyContracts.id, id));
    await updateEnergyContract(staff(), { id, version: 1, meterId: "AT0017", supplier: "Sonne" });
    expect(await read(id)).toMatchObject({ meterId: "AT0017", supplier: "Sonne" });
  });

  it("of one building each have a contract of the same days", async () => {
    const { buildingId } = organization;
    await create({ buildingId, meterId: meter(1), meteringKind: "household" });
    await create({ buildingId, meterId: meter(2), meteringKind: "heat_pump" });
    const { id } = await create({ buildingId, meterId: meter(3), meteringKind: "feed_in" });
    expect((await read(id)).meteringKind).toBe("feed_in");
  });
});

describe("two contracts for one meter point", () => {
  it("are refused on the same day, naming the other one", async () => {
    const { id } = await create({ meterId: meter(1), validUntil: "2026-06-30" });
    await expect(
      create({ meterId: meter(1), validFrom: "2026-06-30" }, organization.otherEndUser),
    ).rejects.toMatchObject({
      existingId: id,
      fields: {
        meterId: expect.stringMatching(/^meterOverlap:Alpenstrom, .*2026-01-01 – 2026-06-30/),
      },
    });
    await create({ meterId: meter(1), validFrom: "2026-07-01" });
  });

  it("are refused when the second is changed into it", async () => {
    await create({ meterId: meter(1) });
    const { id } = await create({ meterId: meter(2) });
    await expect(
      updateEnergyContract(staff(), { id, version: 1, meterId: meter(1) }),
    ).rejects.toBeInstanceOf(Duplicate);
  });

  it("are refused at the same moment", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => create({ meterId: meter(9) })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("do not tell an end-user whose the other one is", async () => {
    await create({ meterId: meter(1) }, organization.otherEndUser);
    const { id } = await create({});
    const refused = updateEnergyContract(actorOf(organization.endUser), {
      id,
      version: 1,
      meterId: meter(1),
    });
    await expect(refused).rejects.toMatchObject({
      fields: { meterId: "meterOverlap:Alpenstrom (2026-01-01 – …)" },
    });
  });
});

it("two contracts of a building that name no meter point are refused on the same day", async () => {
  const { buildingId } = organization;
  await create({ buildingId });
  await expect(create({ buildingId })).rejects.toMatchObject({
    fields: { validFrom: expect.stringMatching(/^contractOverlap:/) },
  });
});

describe("prices", () => {
  it("change on a day of the organization's time zone", async () => {
    holdClock(new Date("2026-11-28T12:00:00Z"));
    const { id } = await create({ price: "0,249", currencyEnergyPrice: "EUR" });
    await updateEnergyContract(staff(), {
      id,
      version: 1,
      price: "0,289",
      priceFrom: "2027-01-01",
    });
    const { energyPrices } = await read(id);
    expect(energyPrices).toEqual([
      { price: 0.249, timestamp: "2026-11-28T12:00:00.000Z" },
      { price: 0.289, timestamp: "2026-12-31T23:00:00.000Z" },
    ]);
    // The form sends the price of today along with every other change.
    await updateEnergyContract(staff(), { id, version: 2, price: "0.249", supplier: "Sonne" });
    expect((await read(id)).energyPrices).toEqual(energyPrices);
  });

  it("that look like cents are asked about, and taken as they are meant", async () => {
    const priced = { price: "24,9", currencyEnergyPrice: "EUR" };
    await expect(create(priced)).rejects.toEqual(new Invalid({ price: "centsMeant:24.9" }));
    const inCents = await create({ ...priced, priceUnit: "cents" });
    expect((await read(inCents.id)).energyPrices).toMatchObject([{ price: 0.249 }]);
    const whole = await create({ ...priced, priceUnit: "whole" });
    expect((await read(whole.id)).energyPrices).toMatchObject([{ price: 24.9 }]);
  });

  it("are audited with the day from which they hold", async () => {
    const { id } = await create({ price: 0.2, currencyEnergyPrice: "EUR" });
    await updateEnergyContract(staff(), { id, version: 1, price: 0.3, priceFrom: "2030-01-01" });
    const [event] = await tables
      .select({ changes: auditDetails.changes })
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(
        and(
          eq(auditEvents.organizationId, organization.id),
          eq(auditEvents.action, "energy-contract.updated"),
        ),
      );
    expect(event?.changes).toEqual({
      price: { before: 0.2, after: 0.3 },
      priceFrom: { before: null, after: "2030-01-01" },
    });
  });
});
