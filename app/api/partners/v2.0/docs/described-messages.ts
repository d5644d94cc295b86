import "server-only";
import { webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { openApiDocument } from "@/partner-api/open-api-document";
import { webhookMessages } from "@/partner-api/webhooks/webhook-messages";
import { type DescribedField, exampleOf, fieldsOf, resolved, type Schema } from "./described";

export type DescribedMessage = {
  event: string;
  summary: string;
  /** The members of `data`. */
  data: DescribedField[];
  example: string;
};

/** The webhook messages as the OpenAPI document has them. */
export function describedMessages(): DescribedMessage[] {
  const documented = openApiDocument().webhooks ?? {};
  return webhookEvents.map((event) => {
    const { post } = documented[event] as {
      post: { requestBody: { content: Record<string, { schema: Schema }> } };
    };
    const schema = post.requestBody.content["application/json"]?.schema ?? {};
    return {
      event,
      summary: webhookMessages[event].summary,
      data: fieldsOf(resolved(schema).properties?.data ?? {}),
      example: JSON.stringify(exampleOf(schema), null, 2),
    };
  });
}
