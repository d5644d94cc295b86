import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { configuration } from "./configuration";
import type { Maker } from "./makers";
import { page } from "./page";
import { type Account, findMaker, moodOf, openAccount, secret } from "./world";

type Request = { redirectUri: string; state: string; challenge: string };

/** A customer between login and consent; for a screen without a browser, with its device code. */
type Visit = { account: Account; purpose: Request | { deviceCode: string } };

const visits = new Map<string, Visit>();
/** What a code can be exchanged for, once. */
export const codes = new Map<string, { account: Account; challenge: string; expiresAt: number }>();

export type DeviceCode = {
  maker: string;
  userCode: string;
  expiresAt: number;
  outcome: "pending" | "denied" | Account;
};
export const deviceCodes = new Map<string, DeviceCode>();

const soon = (minutes: number) => Date.now() + minutes * 60_000;
export const newDeviceCode = (maker: string) => {
  const letters = secret()
    .toUpperCase()
    .replace(/[^A-Z2-9]/g, "")
    .slice(0, 8)
    .padEnd(8, "Q");
  const userCode = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const code = secret();
  deviceCodes.set(code, { maker, userCode, expiresAt: soon(10), outcome: "pending" });
  return { code, userCode };
};

export const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The login and consent pages that a customer of a manufacturer sees. */
export const loginRoutes = new Hono()
  .get("/:maker/oauth/authorize", (context) => {
    const maker = findMaker(context.req.param("maker"));
    if (!maker) return context.notFound();
    if (moodOf(maker.slug) === "down") return isDown(context, maker);
    const asked = readRequest(context.req.query());
    if (!asked)
      return context.html(page(maker.name, html`<h1>This request is not valid.</h1>`), 400);
    return context.html(loginPage(maker, asked));
  })
  .post("/:maker/login", async (context) => {
    const maker = findMaker(context.req.param("maker"));
    if (!maker) return context.notFound();
    if (moodOf(maker.slug) === "down") return isDown(context, maker);
    const form = await readForm(context);
    const purpose =
      form.user_code === undefined ? readRequest(form) : purposeOfCode(maker, form.user_code);
    if (!purpose)
      return context.html(devicePage(maker, "This code is not known, or it has expired."), 400);
    if (!form.email?.includes("@") || !form.password || form.password === "wrong") {
      const problem = "E-mail address and password do not fit.";
      const again =
        "deviceCode" in purpose ? devicePage(maker, problem) : loginPage(maker, purpose, problem);
      return context.html(again, 401);
    }
    const visit = secret();
    const account = openAccount(maker, form.email);
    visits.set(visit, { account, purpose });
    return context.html(consentPage(maker, account, visit));
  })
  .post("/:maker/consent", async (context) => {
    const maker = findMaker(context.req.param("maker"));
    const form = await readForm(context);
    const visit = visits.get(form.visit ?? "");
    if (!maker || visit?.account.maker !== maker.slug) return context.notFound();
    visits.delete(form.visit ?? "");
    const isAllowed = form.decision === "allow";
    if ("deviceCode" in visit.purpose) {
      const waiting = deviceCodes.get(visit.purpose.deviceCode);
      if (waiting) waiting.outcome = isAllowed ? visit.account : "denied";
      return context.html(
        page(
          maker.name,
          html`<section><h1>${isAllowed ? "Access given" : "Access refused"}</h1><p>You can go back to the other screen.</p></section>`,
        ),
      );
    }
    const { redirectUri, state, challenge } = visit.purpose;
    const back = new URL(redirectUri);
    back.searchParams.set("state", state);
    back.searchParams.set("iss", issuerOf(context.req.url, maker));
    if (isAllowed) {
      const code = secret();
      codes.set(code, { account: visit.account, challenge, expiresAt: soon(1) });
      back.searchParams.set("code", code);
    } else back.searchParams.set("error", "access_denied");
    return context.redirect(back.href);
  })
  .get("/:maker/device", (context) => {
    const maker = findMaker(context.req.param("maker"));
    return maker
      ? context.html(devicePage(maker, undefined, context.req.query("user_code")))
      : context.notFound();
  });

/** The manufacturer's identifier, as its metadata names it. */
export const issuerOf = (url: string, maker: Maker) => `${new URL(url).origin}/${maker.slug}`;

async function readForm(context: Context): Promise<Record<string, string | undefined>> {
  const form = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(form).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}

function readRequest(query: Record<string, string | undefined>): Request | undefined {
  const { client_id = "", redirect_uri = "", state = "", code_challenge = "" } = query;
  const isKnown =
    isSame(client_id, configuration.SANDBOX_MANUFACTURER_CLIENT_ID) &&
    redirect_uri === configuration.SANDBOX_MANUFACTURER_REDIRECT_URI;
  const isPlain = query.response_type === "code" && query.code_challenge_method === "S256";
  if (!isKnown || !isPlain || !state || !code_challenge) return undefined;
  return { redirectUri: redirect_uri, state, challenge: code_challenge };
}

function purposeOfCode(maker: Maker, typed: string): { deviceCode: string } | undefined {
  const wanted = typed.trim().toUpperCase();
  for (const [deviceCode, { maker: slug, userCode, expiresAt }] of deviceCodes) {
    if (slug === maker.slug && userCode === wanted && expiresAt > Date.now()) return { deviceCode };
  }
  return undefined;
}

const isDown = (context: Context, maker: Maker) =>
  context.html(
    page(
      maker.name,
      html`<section><h1>${maker.name} is not available</h1><p>Please try again later.</p></section>`,
    ),
    503,
  );

const hidden = (name: string, value: string) =>
  html`<input type="hidden" name="${name}" value="${value}">`;

const credentials = html`<label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<p class="hint">A sandbox: every password opens but “wrong”.</p>`;

const loginPage = (maker: Maker, { redirectUri, state, challenge }: Request, problem?: string) =>
  page(
    `Log in at ${maker.name}`,
    html`<section><h1>Log in at ${maker.name}</h1>
${problem && html`<p class="wrong" role="alert">${problem}</p>`}
<form method="post" action="/${maker.slug}/login">
${hidden("client_id", configuration.SANDBOX_MANUFACTURER_CLIENT_ID)}${hidden("redirect_uri", redirectUri)}
${hidden("state", state)}${hidden("code_challenge", challenge)}${hidden("code_challenge_method", "S256")}${hidden("response_type", "code")}
${credentials}<div class="row"><button>Log in</button></div></form></section>`,
  );

const devicePage = (maker: Maker, problem?: string, userCode = "") =>
  page(
    `Connect at ${maker.name}`,
    html`<section><h1>Connect at ${maker.name}</h1>
${problem && html`<p class="wrong" role="alert">${problem}</p>`}
<form method="post" action="/${maker.slug}/login">
<label for="user_code">Code</label><input id="user_code" name="user_code" value="${userCode}" autocomplete="off" required>
${credentials}<div class="row"><button>Log in</button></div></form></section>`,
  );

const consentPage = (maker: Maker, account: Account, visit: string) =>
  page(
    `Give access at ${maker.name}`,
    html`<section><h1>Give Wattdesk access?</h1>
<p>You are logged in as ${account.email}. Wattdesk would see and control:</p>
<ul>${account.devices.map(({ model, serial }) => html`<li>${maker.name} ${model} <span class="hint">${serial}</span></li>`)}</ul>
<form method="post" action="/${maker.slug}/consent">${hidden("visit", visit)}
<div class="row"><button name="decision" value="allow">Allow</button><button class="quiet" name="decision" value="deny">Refuse</button></div></form></section>`,
  );
