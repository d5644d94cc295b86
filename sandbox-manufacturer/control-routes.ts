import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { deviceKinds } from "../db/schema";
import { issueTokens } from "./grants";
import { makers } from "./makers";
import { notify } from "./notify";
import { page } from "./page";
import {
  type Account,
  accountsOf,
  addGrant,
  findAccount,
  findMaker,
  loseAuthorization,
  lossReasons,
  moodOf,
  moods,
  registerAccount,
  save,
  setMood,
} from "./world";

const registration = z.object({
  accounts: z.array(
    z.object({
      maker: z.string(),
      email: z.email(),
      /** Whether somebody has given access already: the answer holds the tokens. */
      isConnected: z.boolean(),
      webhookUrl: z.url().optional(),
      devices: z.array(
        z.object({
          serial: z.string().min(1),
          kind: z.enum(deviceKinds),
          model: z.string().min(1),
          year: z.number().int().nullable().default(null),
        }),
      ),
    }),
  ),
});

const most = 50;

/** What the sandbox's manufacturers are made to do: by hand on a page, or by a test. */
export const controlRoutes = new Hono()
  .get("/", (context) => context.redirect("/control"))
  .get("/control", (context) =>
    context.html(controlPage(context.req.query("maker"), context.req.query("search"))),
  )
  .post("/control/register", async (context) => {
    const { accounts } = registration.parse(await context.req.json());
    return context.json({
      accounts: accounts.map(({ maker, email, devices, isConnected, webhookUrl = null }) => {
        const slug = slugNamed(maker);
        const account = registerAccount(slug, email, devices);
        if (!isConnected) return { maker: slug, email, account_id: account.id };
        const grant = addGrant(account);
        grant.webhookUrl = webhookUrl;
        return {
          maker: slug,
          email,
          account_id: account.id,
          tokens: issueTokens({ account, grant }, false),
        };
      }),
    });
  })
  .post("/control/:maker/mood", async (context) => {
    const maker = findMaker(context.req.param("maker"));
    const mood = z.enum(moods).safeParse((await fields(context)).mood);
    if (!maker || !mood.success) return context.notFound();
    setMood(maker.slug, mood.data);
    return done(context, `/control?maker=${maker.slug}`);
  })
  .post("/control/:maker/lose", async (context) => {
    const { email, reason } = await fields(context);
    const account = findAccount(context.req.param("maker"), email ?? "");
    const said = z.enum(lossReasons).safeParse(reason);
    if (!account || !said.success) return context.notFound();
    for (const url of loseAuthorization(account, said.data)) {
      void notify(url, "account.authorization_lost", {
        maker: account.maker,
        account_id: account.id,
        reason: said.data,
      });
    }
    return done(context, back(account));
  })
  .post("/control/:maker/expire", async (context) => {
    const account = findAccount(context.req.param("maker"), (await fields(context)).email ?? "");
    if (!account) return context.notFound();
    for (const grant of account.grants) grant.accessTokens = [];
    save();
    return done(context, back(account));
  })
  .post("/control/:maker/silence", async (context) => {
    const { email, serial, silent } = await fields(context);
    const account = findAccount(context.req.param("maker"), email ?? "");
    const device = account?.devices.find((one) => one.serial === serial);
    if (!account || !device) return context.notFound();
    device.isSilent = silent === "true";
    save();
    return done(context, back(account));
  });

const slugNamed = (name: string) =>
  [...makers.values()].find((maker) => maker.name === name)?.slug ?? name;

const back = ({ maker, email }: Account) =>
  `/control?maker=${maker}&search=${encodeURIComponent(email)}`;

async function fields(context: Context): Promise<Record<string, string | undefined>> {
  const isJson = context.req.header("content-type")?.startsWith("application/json");
  const body: Record<string, unknown> = isJson
    ? await context.req.json()
    : await context.req.parseBody();
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

/** Programs get an empty answer, people the page again. */
const done = (context: Context, address: string) =>
  context.req.header("accept")?.includes("text/html")
    ? context.redirect(address, 303)
    : context.body(null, 204);

const controlPage = (maker: string | undefined, search = "") =>
  page(
    "Sandbox manufacturers",
    html`<h1>Sandbox manufacturers</h1>
<section><h2>Clouds</h2><table><tr><th>Manufacturer</th><th>Accounts</th><th>Answers</th></tr>
${[...makers.values()].map(
  ({
    slug,
    name,
  }) => html`<tr><td><a href="/control?maker=${slug}">${name}</a></td><td>${accountsOf(slug).length}</td>
<td><form method="post" action="/control/${slug}/mood"><select name="mood" aria-label="How ${name} answers">
${moods.map((mood) => html`<option ${mood === moodOf(slug) ? "selected" : ""}>${mood}</option>`)}</select><button>Set</button></form></td></tr>`,
)}</table></section>
${
  maker &&
  html`<section><h2>Accounts</h2><form method="get"><input type="hidden" name="maker" value="${maker}">
<label for="search">E-mail address contains</label><input id="search" name="search" value="${search}"></form>
<table><tr><th>Account</th><th>Devices</th><th>Access</th></tr>
${accountsOf(maker)
  .filter(({ email }) => email.includes(search))
  .slice(0, most)
  .map((account) => accountRow(account))}</table></section>`
}`,
    true,
  );

const accountRow = (account: Account) => {
  const { maker, email, devices, grants, lost } = account;
  const owner = html`<input type="hidden" name="email" value="${email}">`;
  return html`<tr><td>${email}</td>
<td>${devices.map(
    ({ model, serial, isSilent }) => html`<div>${model} <span class="hint">${serial}</span>
<form method="post" action="/control/${maker}/silence">${owner}<input type="hidden" name="serial" value="${serial}">
<button class="quiet" name="silent" value="${String(!isSilent)}">${isSilent ? "Let it report" : "Silence"}</button></form></div>`,
  )}</td>
<td>${grants.length > 0 ? html`given` : html`none ${lost && html`<span class="hint">(${lost})</span>`}`}
${
  grants.length > 0 &&
  html`<form method="post" action="/control/${maker}/lose">${owner}<select name="reason" aria-label="Reason">${lossReasons.map((reason) => html`<option>${reason}</option>`)}</select><button>End access</button></form>
<form method="post" action="/control/${maker}/expire">${owner}<button class="quiet">Expire access tokens</button></form>`
}</td></tr>`;
};
