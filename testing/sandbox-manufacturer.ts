import { randomInt } from "node:crypto";
import { startSandboxManufacturer } from "../commands/sandbox-manufacturer";

/** The sandbox's manufacturers for one test file, on their own port; the domain finds them by the environment. */
export async function startManufacturersForTest() {
  const started = await startSandboxManufacturer({
    baseUrl: process.env.BASE_URL ?? "",
    secrets: {
      SANDBOX_MANUFACTURER_CLIENT_SECRET: "a secret of the tests alone",
      SANDBOX_MANUFACTURER_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString("base64")}`,
    },
    port: randomInt(20_000, 50_000),
  });
  Object.assign(process.env, started.variables);
  return { url: started.variables.SANDBOX_MANUFACTURER_URL, stop: started.stop };
}

/** Goes through a manufacturer's login and consent pages as a browser would. @returns where they lead back to */
export async function passLogin(
  authorizationUrl: string,
  email: string,
  decision: "allow" | "deny" = "allow",
): Promise<URLSearchParams> {
  const asked = new URL(authorizationUrl);
  const maker = asked.pathname.split("/")[1];
  const consent = await postForm(`${asked.origin}/${maker}/login`, {
    ...Object.fromEntries(asked.searchParams),
    email,
    password: "my own",
  });
  const [, visit = ""] = /name="visit" value="([^"]+)"/.exec(await consent.text()) ?? [];
  const back = await postForm(`${asked.origin}/${maker}/consent`, { visit, decision });
  return new URL(back.headers.get("location") ?? "").searchParams;
}

function postForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}
