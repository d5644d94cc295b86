import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { environment } from "../env";

const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM under ENCRYPTION_KEY. `context` is bound to the text: it only opens with the same one.
 * @returns nonce, tag and ciphertext in one
 */
export function encrypt(text: string, context: string, under: Buffer = key()): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", under, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/**
 * Opens what `encrypt` made, under the present key or, while keys change, the one before.
 * @throws Error when key, context or text do not belong together
 */
export function decrypt(sealed: Buffer, context: string): string {
  const before = keyBefore();
  if (!before) return open(sealed, context, key());
  try {
    return open(sealed, context, key());
  } catch {
    return open(sealed, context, before);
  }
}

function open(sealed: Buffer, context: string, under: Buffer): string {
  const nonce = sealed.subarray(0, nonceLength);
  const tag = sealed.subarray(nonceLength, nonceLength + tagLength);
  const decipher = createDecipheriv("aes-256-gcm", under, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(context))
    .setAuthTag(tag);
  const text = decipher.update(sealed.subarray(nonceLength + tagLength));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

function key(): Buffer {
  return Buffer.from(environment().ENCRYPTION_KEY, "base64");
}

function keyBefore(): Buffer | undefined {
  const { ENCRYPTION_KEY_PREVIOUS } = environment();
  return ENCRYPTION_KEY_PREVIOUS ? Buffer.from(ENCRYPTION_KEY_PREVIOUS, "base64") : undefined;
}
