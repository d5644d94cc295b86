"use server";

import { offerPasskeyProof } from "@/lib/identity/second-factor/own-passkeys";
import { requireSameOrigin } from "./submit";
import { requireViewer } from "./viewer";
import { findOffer } from "./with-error-pages";

/** The browser asks for this before it asks the person to prove themself by passkey. */
export async function offerPasskeyProofAction() {
  await requireSameOrigin();
  const { actor } = await requireViewer();
  return (await findOffer(() => offerPasskeyProof(actor, {})))?.options;
}
