"use server";

import { offerPasskeyProof } from "@/lib/second-factor/own-passkeys";
import { findOffer } from "./answering-refusals";
import { requireSameOrigin } from "./submit";
import { requireViewer } from "./viewer";

/** The browser asks for this before it asks the person to prove themself by passkey. */
export async function offerPasskeyProofAction() {
  await requireSameOrigin();
  const { actor } = await requireViewer();
  return (await findOffer(() => offerPasskeyProof(actor, {})))?.options;
}
