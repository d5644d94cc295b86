import type { Action } from "../../lib/core/access/matrix";
import { addInvoice } from "../records/billing";
import { list, type UseCaseExample } from "./kinds";

const ofInvoice = (action: Action): UseCaseExample => ({
  needs: [[action, "billing"]],
  input: async (organization, tables) => ({ id: await addInvoice(organization, tables) }),
});

const day = "2026-11-05";

export const billingExamples: Record<string, UseCaseExample> = {
  getBilling: { needs: [["read", "billing"]], input: list },
  updateBillingAccount: {
    needs: [["update", "billing"]],
    input: async () => ({
      version: 0,
      companyName: "Alpenstrom GmbH",
      streetAndNumber: "Stromgasse 1",
      zipCode: "6020",
      town: "Innsbruck",
      country: "AT",
      vatId: "ATU13585627",
    }),
  },
  listInvoices: { needs: [["read", "billing"]], input: list },
  getInvoice: ofInvoice("read"),
  beginCardPayment: ofInvoice("update"),
  listDeviceUsage: { needs: [["read", "billing"]], input: list },
  readUsageExportPage: {
    needs: [["read", "billing"]],
    input: async () => ({ month: "2026-11" }),
  },
  findMeteredDay: { needs: [["read", "maintenance"]], input: list },
  meterDevices: {
    needs: [["update", "maintenance"]],
    input: async () => ({ day, after: "00000000-0000-0000-0000-000000000000" }),
  },
  totalUsageDay: { needs: [["update", "maintenance"]], input: async () => ({ day }) },
  issueDueInvoices: { needs: [["update", "maintenance"]], input: list },
  remindOfInvoices: { needs: [["update", "maintenance"]], input: list },
  recordPayment: {
    needs: [["update", "maintenance"]],
    input: async (organization, tables) => ({
      invoice: { id: await addInvoice(organization, tables) },
      by: "transfer",
      reference: "Bank statement 7",
    }),
  },
};
