import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import english from "./en";
import { flatten } from "./flatten";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Messages whose keys are the value of a variable; the last part of each is a word of some source. */
const dynamicNamespaces = [
  "accessReviews.report",
  "billing.invoice",
  "buildings.contractFilter",
  "buildings.photovoltaicFilter",
  "connections.lossReasons",
  "deviceFields",
  "devices.settingsSections",
  "diagnosis.checks",
  "mails",
  "problems",
  "team.roleHistoryReport.columns",
  "users.buildingFilter",
  "users.contractFilter",
];

/** Keys of which no part is written as it is: a country's, a section's of the terms, a form's outcome. */
const dynamicKeys =
  /^problems\.meterPoint(AT|DE|CH)$|^terms\.(purpose|account|data|records|end)(Title|Text)$|^diagnosis\.(refreshing|resumed)$/;

const interpolation = /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g;

type Source = {
  /** String literals that could be a namespace or a key. */
  literals: Set<string>;
  /** Template literals that could be a key, such as `states.${state}`. */
  templates: RegExp[];
};

function toSource(text: string): Source {
  const templates = [...text.matchAll(/`((?:[\w.-]|\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})+)`/g)]
    .map((match) => (match[1] ?? "").split(interpolation))
    .filter((parts) => /^[A-Za-z]/.test(parts.join("")))
    .map((parts) => parts.map((part) => part.replaceAll(".", "\\.")).join("[^.]+"))
    .map((pattern) => new RegExp(`^${pattern}$`));
  return {
    literals: new Set([...text.matchAll(/"([\w.-]+)"/g)].map((match) => match[1] ?? "")),
    templates,
  };
}

const texts = ["app", "commands", "components", "db", "lib", "partner-api"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."),
    )
    .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "utf8")),
);
const sources = texts.map(toSource);
const everySource = texts.join("\n");
const words = new Set(everySource.match(/[\w-]+/g));
const folded = withoutPunctuation(everySource);

/** A key writes `user.created` as `user_created`. */
function withoutPunctuation(text: string): string {
  return text.replaceAll(/[.-]/g, "_");
}

const lastPart = (key: string) => key.split(".").at(-1) ?? "";

/** Whether one file names both the namespace and the rest of the key, or a template that fits the rest. */
function isNamed(key: string): boolean {
  const parts = key.split(".");
  return parts.slice(1).some((_, index) => {
    const namespace = parts.slice(0, index + 1).join(".");
    const rest = parts.slice(index + 1).join(".");
    return sources.some(
      ({ literals, templates }) =>
        literals.has(namespace) &&
        (literals.has(rest) ||
          (templates.some((template) => template.test(rest)) && isWritten(rest))),
    );
  });
}

/** Whether the value that is put into a template is written somewhere. */
const isWritten = (rest: string) =>
  folded.includes(withoutPunctuation(lastPart(rest).replace(/(Title|Text|Hint)$/, "")));

function isUsed(key: string): boolean {
  if (dynamicKeys.test(key)) return true;
  const isDynamic = dynamicNamespaces.some((namespace) => key.startsWith(`${namespace}.`));
  return isDynamic ? words.has(lastPart(key)) : isNamed(key);
}

it("uses every message", { timeout: 30_000 }, () => {
  const unused = flatten(english)
    .map(([key]) => key)
    .filter((key) => !isUsed(key));
  expect(unused).toEqual([]);
});

it("finds a message that no source names", () => {
  expect(isUsed("cases.title")).toBe(true);
  expect(isUsed("cases.neverShown")).toBe(false);
  expect(isUsed("cases.states.neverShown")).toBe(false);
});
