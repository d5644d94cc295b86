import type { FieldProblems } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";

const MAX_SCHEMES = 20;

const isScheme = (text: string) => /^[a-z][a-z\d+.-]{1,62}$/.test(text);

/** Of the web, which need no permission, and of what a browser runs, reads or hands to other programs. */
const unofferedSchemes = new Set(
  (
    "http https javascript data file vbscript blob filesystem about view-source ws wss ftp " +
    "mailto tel sms intent content chrome resource jar livescript mhtml ms-appx res"
  ).split(" "),
);

/** The schemes of an organization's apps (`myapp` of `myapp://done`), apart by commas, spaces or lines. */
export const appSchemes = z
  .string()
  .max(2000)
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((scheme) => scheme.replace(/:(\/\/)?$/, ""))
        .filter(Boolean),
    ),
  ])
  .refine((schemes) => schemes.every((name) => isScheme(name) && !unofferedSchemes.has(name)), {
    error: "appSchemes",
  })
  .refine((schemes) => schemes.length <= MAX_SCHEMES, { error: `tooManySchemes:${MAX_SCHEMES}` });

/** An address that an end-user's browser is led to afterwards; its scheme is checked with the organization's. */
export const returnAddress = z.url().max(8000).nullable().default(null);

const schemeOf = (address: string) => new URL(address).protocol.slice(0, -1);

const isWeb = (address: string) => ["http", "https"].includes(schemeOf(address));

/** Whether an address leads into an app, which takes over only from a page that is shown. */
export const isAppAddress = (address: string) => !isWeb(address);

/** The address, unless the organization has taken the permission for its scheme back. */
export const allowedAddress = (address: string | null, schemes: readonly string[]) =>
  address === null || isWeb(address) || schemes.includes(schemeOf(address)) ? address : null;

/** @returns the problem of each address whose scheme the organization has not allowed */
export function findAddressProblems(
  addresses: Record<string, string | null>,
  schemes: readonly string[],
): FieldProblems {
  return Object.fromEntries(
    Object.entries(addresses).flatMap(([field, address]) =>
      address === null || allowedAddress(address, schemes) !== null
        ? []
        : [[field, `schemeNotAllowed:${schemeOf(address)}`]],
    ),
  );
}
