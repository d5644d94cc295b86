"use client";

import { setNonce } from "get-nonce";

/**
 * Tells the headless components' style sheets the nonce of this page, without which the
 * Content-Security-Policy refuses them. Browsers hide it from markup but not from scripts.
 */
export function StyleNonce() {
  if (typeof document !== "undefined") {
    const script = document.querySelector<HTMLScriptElement>("script[nonce]");
    if (script?.nonce) setNonce(script.nonce);
  }
  return null;
}
