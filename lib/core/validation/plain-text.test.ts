import { describe, expect, it } from "vitest";
import { problems as german } from "@/messages/de/problems";
import { problems as english } from "@/messages/en/problems";
import { parseInput } from "./parse-input";
import { removeInvisible, toSingleLine } from "./plain-text";
import {
  emailAddress,
  optionalMultilineText,
  optionalText,
  requiredMultilineText,
  requiredText,
  verbatimText,
  z,
} from "./problems";

const problemOf = (schema: z.ZodType, text: string) => {
  const parsed = schema.safeParse(text);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
};

describe("one line", () => {
  it.each([
    "Anna\nBerger",
    "Anna\r\nBcc: x",
    "Anna\tBerger",
    "Anna\u2028Berger",
    "A\u0000B",
    "A\u001bB",
  ])("refuses a line break or control character inside %j", (text) => {
    expect(problemOf(requiredText(100), text)).toBe("singleLine");
    expect(problemOf(optionalText(100), text)).toBe("singleLine");
    expect(problemOf(emailAddress, text)).toBe("singleLine");
  });

  it("has a message for each problem in both languages", () => {
    for (const problem of ["singleLine", "controlCharacters"] as const) {
      expect(english[problem]).toBeTruthy();
      expect(german[problem]).toBeTruthy();
    }
  });

  it.each(["\u202e", "\u2066", "\u200e", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u{e0041}"])(
    "removes the invisible character %j",
    (character) => {
      expect(requiredText(100).parse(`An${character}na`)).toBe("Anna");
      expect(emailAddress.parse(`${character}anna@home.example`)).toBe("anna@home.example");
    },
  );

  it.each(["\u00a0", "\u202f", "\u2009", "\u3000"])("makes %j an ordinary space", (space) => {
    expect(requiredText(100).parse(`${space}Anna${space}Maria${space}`)).toBe("Anna Maria");
    expect(optionalText(100).parse(`Anna${space}Maria`)).toBe("Anna Maria");
    expect(z.string().parse(`Anna${space}Maria`)).toBe("Anna Maria");
    expect(optionalMultilineText(100).parse(`Anna\n${space}Maria`)).toBe("Anna\n Maria");
  });

  it("joins accents that stand apart from their letters", () => {
    expect(requiredText(100).parse("Ju\u0308rgen")).toBe("J\u00fcrgen");
  });

  it("knows a domain with letters outside ASCII as mail servers do", () => {
    expect(emailAddress.parse("eva@müller.example")).toBe("eva@xn--mller-kva.example");
    expect(emailAddress.parse("Eva@Straße.Example")).toMatch(/^Eva@xn--strae-oqa\.example$/);
    expect(problemOf(emailAddress, "eva@mül/ler.example")).toBe("email");
    expect(problemOf(emailAddress, "éva@home.example")).toBe("email");
  });

  it("counts a text of nothing but invisible characters as empty", () => {
    expect(problemOf(requiredText(100), "\u200b \u3164\u2060")).toBe("required");
    expect(optionalText(100).parse("\u200b")).toBeNull();
  });

  it("brings other text onto one line", () => {
    expect(z.string().parse("a\r\nb\u202ec")).toBe("a  bc");
    expect(toSingleLine("a\u0001\u0085b")).toBe("a  b");
  });
});

describe("joiners", () => {
  it("stay within words and emoji that need them", () => {
    for (const word of ["می\u200cخواهم", "क्\u200dष", "👩\u200d💻", "🏳️\u200d🌈"]) {
      expect(removeInvisible(word)).toBe(word);
    }
  });

  it("go between letters that they do not change", () => {
    expect(removeInvisible("An\u200dna \u200cB\u200c")).toBe("Anna B");
  });
});

describe("several lines", () => {
  it("keep their line breaks and tabs", () => {
    expect(requiredMultilineText(100).parse("a\r\n\tb\u202e\n")).toBe("a\r\n\tb");
    expect(optionalMultilineText(100).parse(" \n ")).toBeNull();
  });

  it("refuse other control characters", () => {
    expect(problemOf(requiredMultilineText(100), "a\u001b[2Jb")).toBe("controlCharacters");
  });
});

it("leaves passwords as they were typed", () => {
  const typed = "\u202e pass\tword \u200b";
  expect(verbatimText().parse(typed)).toBe(typed);
  expect(parseInput(z.object({ password: verbatimText() }), { password: typed })).toEqual({
    password: typed,
  });
});
