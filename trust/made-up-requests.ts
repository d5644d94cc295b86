import fc from "fast-check";
import { actionIds, paths } from "./build-manifests";
import { actionBodies, encode, headers, headerTexts, queries, words } from "./made-up-inputs";
import type { Sent } from "./raw-http";

const people = fc.constantFrom("nobody", "admin", "staff", "endUser");

const oddTargets = fc.constantFrom(
  "/%",
  "/%00",
  "/%ff",
  "/users/%c3%28",
  "/%e2%80%ae",
  "//evil.example/",
  "/\\evil",
  "/users/%2e%2e%2fetc",
  "/_next/image?url=%2Ficon.svg&w=64&q=75",
  "/_next/static/%00",
  "/_next/data/x/y.json",
  `/${"a/".repeat(2000)}`,
  "/users?%",
  "/users?search=%ff&search=%00",
  "/accounts/login?next=%0d%0aset-cookie:x",
  "/?__nextLocale=x&nxtPid=y",
);
const methods = fc.constantFrom(
  ...["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "PURGE"],
);

type Place = {
  baseUrl: string;
  /** A record that pages can be asked for. */
  recordId: string;
  /** The login cookies of the people who ask, by their names. */
  cookies: Record<string, string>;
};

/** Requests that nobody should send, each kind with its share of all. */
export function madeUpRequests({ baseUrl, recordId, cookies }: Place) {
  const filledPaths = fc
    .tuple(fc.constantFrom(...paths), fc.array(words, { minLength: 3, maxLength: 3 }), fc.boolean())
    .map(([pattern, parts, isKnown]) => {
      let index = 0;
      return pattern.replace(/\[+\.*(\w+)\]+/g, () =>
        isKnown ? recordId : encode(parts[index++] ?? "x") || "x",
      );
    });

  const pageRequests: fc.Arbitrary<Sent> = fc
    .record({ path: filledPaths, query: queries, headers, who: people })
    .map(({ path: target, query, headers: sent, who }) => ({
      method: "GET",
      target: query ? `${target}?${query}` : target,
      headers: { cookie: cookies[who] ?? "", ...sent },
    }));

  const oddRequests: fc.Arbitrary<Sent> = fc
    .record({ method: methods, target: fc.oneof(oddTargets, filledPaths), headers, who: people })
    .map(({ who, headers: sent, ...rest }) => ({
      ...rest,
      headers: {
        cookie: cookies[who] ?? "",
        origin: baseUrl,
        ...sent,
        ...(["HEAD", "GET"].includes(rest.method) ? {} : { "content-length": "0" }),
      },
    }));

  const actionRequests: fc.Arbitrary<Sent> = fc
    .record({
      action: fc.constantFrom(...actionIds),
      oddId: fc.option(fc.oneof(headerTexts, fc.constantFrom("0".repeat(42), "toString")), {
        freq: 6,
      }),
      isOwnPage: fc.boolean(),
      path: filledPaths,
      sent: actionBodies,
      headers,
      who: people,
      host: fc.constantFrom(undefined, undefined, undefined, "evil.example"),
    })
    .map(({ action, oddId, isOwnPage, path: foreign, sent, headers: more, who, host }) => {
      const own = action.page
        .replace(/^app/, "")
        .replace(/\/\([^)]+\)/g, "")
        .replace(/\/page$/, "");
      const target = isOwnPage ? own.replace(/\[+\.*\w+\]+/g, recordId) || "/" : foreign;
      return {
        method: "POST",
        target,
        headers: {
          cookie: cookies[who] ?? "",
          origin: baseUrl,
          "next-action": oddId ?? action.id,
          ...(sent.type && { "content-type": sent.type }),
          ...(host && { host }),
          ...more,
        },
        body: sent.body,
      };
    });

  return { pageRequests, actionRequests, oddRequests };
}
