import "server-only";
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { environment } from "@/lib/core/env";

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

function privateKey(): KeyObject {
  const seed = Buffer.from(environment().AUDIT_SIGNING_KEY, "base64");
  return createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: "der",
    type: "pkcs8",
  });
}

type Head = { organizationId: string; sequence: number; hash: Buffer };

const textOf = ({ organizationId, sequence, hash }: Head) =>
  Buffer.from(`wattdesk audit head ${organizationId} ${sequence} ${hash.toString("hex")}`);

/** An Ed25519 signature over a head of the audit log. */
export function signHead(head: Head): Buffer {
  return sign(null, textOf(head), privateKey());
}

export function isSignatureRight(head: Head, signature: Buffer): boolean {
  return verify(null, textOf(head), createPublicKey(privateKey()), signature);
}

/** The key to check signatures with, as PEM. It may be published. */
export function publicKeyText(): string {
  return createPublicKey(privateKey()).export({ type: "spki", format: "pem" }).toString();
}
