import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOrInstallChromium } from "@/commands/chromium";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { type RunningPortal, startPortal } from "@/testing/running-portal";
import { reportTrial } from "./report";

const password = "quiet lantern orbits maple";

let portal: RunningPortal;
let proxy: Server;
let organization: TestOrganization;
let publicUrl: string;
beforeAll(async () => {
  proxy = createServer(makeCertificate());
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  publicUrl = `https://localhost:${(proxy.address() as AddressInfo).port}`;
  portal = await startPortal({ BASE_URL: publicUrl, TRUSTED_PROXY_HOPS: "1" });
  proxy.on("request", (request, response) => {
    const forwarded = httpRequest(
      {
        port: portal.port,
        path: request.url,
        method: request.method,
        headers: {
          ...request.headers,
          "x-forwarded-for": request.socket.remoteAddress,
          "x-forwarded-proto": "https",
          "x-forwarded-host": request.headers.host,
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  const owner = ownerConnection(portal.databaseUrl);
  organization = await createOrganization(owner.tables, await hashPassword(password));
  await owner.client.end();
});
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await portal?.stop();
});

describe.each([true, false])("behind a proxy that ends TLS, with JavaScript %s", (hasScripts) => {
  it("follows the redirect after an action without an error in the log", async () => {
    const browser = await chromium.launch({
      executablePath: findOrInstallChromium(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        javaScriptEnabled: hasScripts,
      });
      const page = await context.newPage();
      await page.goto(`${publicUrl}/accounts/login`);
      await page.getByLabel("Email").fill(organization.staff.email);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Log in" }).click();
      await page.waitForURL(`${publicUrl}/dashboard`);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    } finally {
      await browser.close();
    }
    expect(portal.output()).not.toMatch(/error|ECONN|EPROTO|failed/i);
    reportTrial("Behind a proxy that ends TLS", {
      "redirects after an action, with and without JavaScript": "followed",
      "errors logged": 0,
    });
  });
});

function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), "wattdesk-tls-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "1",
      "-subj",
      "/CN=localhost",
      "-keyout",
      key,
      "-out",
      cert,
    ],
    { stdio: "ignore" },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
