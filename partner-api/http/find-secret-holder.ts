import type { Context } from "hono";
import type { Anonymous } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import { NotFound } from "@/lib/core/errors";
import { readCue } from "@/lib/devices/connections/cue-secret";
import { requestOf } from "./find-caller";

type SecretHolder = { callerId: string; actor: Anonymous };

/**
 * The caller with the secret of a cue in the address, which names the organization.
 * @throws NotFound when the secret is none, another's, or has run out
 */
export async function findSecretHolder(context: Context): Promise<SecretHolder> {
  const deviceId = assertPresent(context.req.param("cue_id"), "The path's cue_id");
  const cue = readCue(deviceId, context.req.query("secret"));
  if (!cue) throw new NotFound();
  const { requestId, clientAddress } = requestOf(context);
  return {
    callerId: `cue ${deviceId}`,
    actor: {
      kind: "anonymous",
      role: "anonymous",
      organizationId: cue.organizationId,
      requestId,
      clientAddress,
    },
  };
}
