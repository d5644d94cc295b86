import type { Context } from "hono";
import type { Visitor } from "@/lib/access/actor";
import { readCue } from "@/lib/connections/cue-secret";
import { NotFound } from "@/lib/errors";
import { requestOf } from "./find-caller";

type SecretHolder = { callerId: string; actor: Visitor };

/**
 * The caller with the secret of a cue in the address, which names the organization.
 * @throws NotFound when the secret is none, another's, or has run out
 */
export async function findSecretHolder(context: Context): Promise<SecretHolder> {
  const deviceId = context.req.param("cue_id") ?? "";
  const cue = readCue(deviceId, context.req.query("secret") ?? "");
  if (!cue) throw new NotFound();
  const { requestId, clientAddress } = requestOf(context);
  return {
    callerId: `cue ${deviceId}`,
    actor: {
      kind: "visitor",
      role: "visitor",
      organizationId: cue.organizationId,
      requestId,
      clientAddress,
    },
  };
}
