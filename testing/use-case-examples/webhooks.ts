import type { Action } from "../../lib/core/access/matrix";
import { addWebhook } from "../records/webhooks";
import { list, type UseCaseExample } from "./kinds";

const fields = {
  name: "Billing system",
  url: "https://systems.company.example/other",
  events: ["user.created"],
};

const ofWebhook = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "webhook"]],
  input: async (organization, tables) => ({
    ...(await addWebhook(organization, tables)),
    ...input,
  }),
});

export const webhookExamples: Record<string, UseCaseExample> = {
  listWebhooks: { needs: [["read", "webhook"]], input: list },
  getWebhook: ofWebhook("read"),
  listWebhookDeliveries: ofWebhook("read"),
  createWebhook: { needs: [["create", "webhook"]], input: async () => fields },
  updateWebhook: ofWebhook("update", {
    ...fields,
    includesRecord: true,
    version: 1,
    isEnabled: true,
  }),
  rotateWebhookSecret: ofWebhook("update"),
  deleteWebhook: ofWebhook("delete"),
  testWebhook: ofWebhook("update"),
  replayWebhookDelivery: ofWebhook("update"),
  claimWebhookDeliveries: { needs: [["update", "maintenance"]], input: list },
  recordWebhookDelivery: {
    needs: [["update", "maintenance"]],
    input: async (organization, tables) => ({
      id: (await addWebhook(organization, tables)).deliveryId,
      error: "HTTP 500",
    }),
  },
};
