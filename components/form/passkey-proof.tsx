"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { createContext, useContext } from "react";

type OfferProof = () => Promise<PublicKeyCredentialRequestOptionsJSON | undefined>;

const OfferContext = createContext<OfferProof | undefined>(undefined);

/** Tells the forms below where to ask for a proof by passkey. */
export const PasskeyProof = OfferContext.Provider;

export function useOfferPasskeyProof(): OfferProof | undefined {
  return useContext(OfferContext);
}
