import type * as zod from "zod";
import {
  undefined as absent,
  array,
  boolean,
  cidrv4,
  cidrv6,
  coerce,
  config,
  custom,
  date,
  discriminatedUnion,
  email,
  enum as enumeration,
  guid,
  ipv4,
  ipv6,
  iso,
  literal,
  looseObject,
  null as nothing,
  number,
  object,
  record,
  string,
  tuple,
  union,
  unknown,
  url,
  uuid,
} from "zod";
import { assertPresent } from "../assert-present";
import { toCountryCode } from "./country";
import { hasControl, hasControlInLines, removeInvisible, toSingleLine } from "./plain-text";

/** PostgreSQL and ISO 8601 disagree about the year 0, which zod takes. */
const hasYear = (text: string) => !text.startsWith("0000");

const dates = {
  date: () => iso.date().refine(hasYear, { error: "format" }),
  datetime: () => iso.datetime().refine(hasYear, { error: "format" }),
};

/**
 * What we use of zod, by its own names. Its `z` brings the messages of fifty languages along into every browser;
 * ours stand in `messages/`. A `string` is one line: what breaks it becomes a space, and what shows nothing goes.
 */
export const z = {
  array,
  boolean,
  cidrv4,
  cidrv6,
  coerce,
  custom,
  date,
  discriminatedUnion,
  email,
  enum: enumeration,
  guid,
  ipv4,
  ipv6,
  iso: dates,
  literal,
  looseObject,
  null: nothing,
  number,
  object,
  record,
  string: () => string().overwrite(toSingleLine),
  tuple,
  undefined: absent,
  union,
  unknown,
  url,
  uuid,
};

export declare namespace z {
  type ZodType<Output = unknown, Input = unknown> = zod.ZodType<Output, Input>;
  type ZodObject<Shape extends zod.core.$ZodShape = zod.core.$ZodLooseShape> = zod.ZodObject<Shape>;
  type ZodUndefined = zod.ZodUndefined;
  type RefinementCtx = zod.RefinementCtx;
  type output<Schema> = zod.output<Schema>;
  type input<Schema> = zod.input<Schema>;
  type infer<Schema> = zod.infer<Schema>;
}

/**
 * Turns zod's own messages into keys of the `problems` messages, with the limit where there is one
 * (`tooLong:100`), so that browser and server say the same in the reader's language.
 */
config({
  customError: (issue) => {
    switch (issue.code) {
      case "too_small":
        return issue.origin === "string" && Number(issue.minimum) <= 1
          ? "required"
          : `${issue.origin === "string" ? "tooShort" : "tooSmall"}:${issue.minimum}`;
      case "too_big":
        return `${issue.origin === "string" ? "tooLong" : "tooLarge"}:${issue.maximum}`;
      case "invalid_format":
        return issue.format === "email" ? "email" : "format";
      case "invalid_type":
        return issue.input === undefined || issue.input === null ? "required" : "format";
      case "invalid_value":
        return "choice";
      default:
        return "format";
    }
  },
});

/** Text exactly as it was sent: passwords, and contents of files. */
export const verbatimText = (...parameters: Parameters<typeof string>) => string(...parameters);

/** One line that a person wrote: line breaks and control characters are refused, invisible characters removed. */
export const singleLineText = () =>
  string()
    .trim()
    .refine((text) => !hasControl(text), { error: "singleLine" })
    .overwrite(removeInvisible)
    .trim();

/** Text of several lines. Control characters are refused, invisible ones removed; line breaks and tabs stay. */
const multilineText = () =>
  string()
    .trim()
    .refine((text) => !hasControlInLines(text), { error: "controlCharacters" })
    .overwrite(removeInvisible)
    .trim();

const emptyAsNull = <Text extends z.ZodType<string, string>>(text: Text) =>
  text.transform((written) => (written === "" ? null : written)).nullable();

/** A text field that may be left empty; empty is stored as null. */
export const optionalText = (most: number) => emptyAsNull(singleLineText().max(most)).default(null);

export const requiredText = (most: number) => singleLineText().min(1).max(most);

export const optionalMultilineText = (most: number) =>
  emptyAsNull(multilineText().max(most)).default(null);

export const requiredMultilineText = (most: number) => multilineText().min(1).max(most);

/**
 * The domain of an address as mail servers know it (IDNA): `müller.example` is `xn--mller-kva.example`. `URL` does it in
 * browsers too, which have no `node:url`.
 */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 1 || !/[^\p{ASCII}]/u.test(domain) || /[^\p{L}\p{M}\p{N}.-]/u.test(domain))
    return address;
  if (!URL.canParse(`http://${domain}`)) return address;
  return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
}

export const emailAddress = singleLineText()
  .min(1)
  .max(254)
  .overwrite(withAsciiDomain)
  .pipe(z.email());

/** An e-mail address; empty is stored as null. */
export const optionalEmailAddress = z
  .union([z.literal("").transform(() => null), z.null(), emailAddress])
  .default(null);

/**
 * A phone number as people write it; empty is stored as null. One that cannot be read as a number is stored all the
 * same, and shown with a warning; a text without any digit is refused.
 */
export const phoneNumber = emptyAsNull(singleLineText().max(100))
  .refine((phone) => phone === null || /\d/.test(phone), { error: "phone" })
  .default(null);

const countryText = z
  .string()
  .trim()
  .refine((text) => text === "" || toCountryCode(text) !== undefined, { error: "country" });

/** A country by its code, name or vehicle sign, stored by its two letters (ISO 3166-1 alpha-2); empty is stored as null. */
export const optionalCountry = countryText
  .transform((text) => toCountryCode(text) ?? null)
  .nullable()
  .default(null);

/** As `optionalCountry`, and it has to be there. */
export const requiredCountry = countryText
  .refine((text) => text !== "", { error: "required" })
  .transform((text) => assertPresent(toCountryCode(text), "The country's code"));

/** A checkbox of a form: present when ticked. */
const ticked = z
  .union([z.boolean(), z.literal("on"), z.literal("true"), z.literal("false")])
  .transform((value) => value === true || value === "on" || value === "true");

export const checkbox = ticked.default(false);

/** A checkbox whose answer may be unknown, which only the Partner API can say: null. */
export const optionalFlag = ticked.nullable().default(false);

/** The largest number that PostgreSQL takes as an integer. */
export const MAX_INTEGER = 2 ** 31 - 1;

/** The version of the record that a form was filled in against. */
export const recordVersion = z.coerce.number().int().positive().max(MAX_INTEGER);
