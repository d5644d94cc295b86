import { expect, it } from "vitest";
import { filesWith, listSources, matchesIn } from "@/testing/sources";

const sources = listSources(["app", "components", "lib", "partner-api", "proxy.ts"]);

it("puts no HTML into pages unescaped but rendered Markdown", () => {
  expect(matchesIn(/__html: ([\w.]+)/g, sources)).toEqual([
    { file: "app/(portal)/handbook/[id]/page.tsx", match: "entry.html" },
    { file: "app/_server/terms-text.tsx", match: "renderMarkdown" },
  ]);
  expect(filesWith(/\bhtml: renderMarkdown\(/, listSources(["lib/team/handbook"]))).not.toEqual([]);
  expect(filesWith(/\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/, sources)).toEqual(
    [],
  );
});

it("answers HTML apart from pages with mails in the embedded mailbox only", () => {
  expect(filesWith(/text\/html/, sources)).toEqual(["app/mailbox/[id]/body/route.ts"]);
});

it("writes and evaluates no script of its own", () => {
  expect(filesWith(/<script|<Script|\beval\(|new Function\(/, sources)).toEqual([]);
});
