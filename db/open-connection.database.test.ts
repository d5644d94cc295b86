import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { TLSSocket } from "node:tls";
import { afterEach, expect, it } from "vitest";
import { ipCertificate } from "@/testing/ip-certificate";

const authority = path.join(mkdtempSync(path.join(tmpdir(), "authority-")), "authority.pem");
writeFileSync(authority, ipCertificate.cert);

/** The names under which clients asked for the server: none when they know it by an IP address. */
const serverNames: unknown[] = [];
const server = createServer(answerAsPostgres);
afterEach(() => server.close());

/** Accepts TLS as PostgreSQL does, and refuses every login after it. */
function answerAsPostgres(socket: Socket): void {
  socket.on("error", () => {});
  socket.once("data", () => {
    socket.write("S");
    const secure = new TLSSocket(socket, { isServer: true, ...ipCertificate });
    secure.on("error", () => {});
    secure.once("data", () => {
      serverNames.push((secure as { servername?: unknown }).servername);
      const body = Buffer.from("SFATAL\0C28000\0Mreached over TLS\0\0");
      const head = Buffer.alloc(5, "E");
      head.writeInt32BE(body.length + 4, 1);
      secure.end(Buffer.concat([head, body]));
    });
  });
}

/** The authority can only be named to a process that starts. */
async function migrateAt(host: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const env = {
    ...process.env,
    TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
    NODE_EXTRA_CA_CERTS: authority,
    DATABASE_OWNER_URL: `postgres://owner@${host.includes(":") ? `[${host}]` : host}:${port}/wattdesk?sslmode=verify-full`,
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "commands/migrate.ts"],
      { env },
      (_, output, complaints) => resolve(output + complaints),
    );
    // A wrong certificate is waited for, as a server that still starts would be.
    child.stdout?.on("data", () => child.kill());
  });
}

it.each(["127.0.0.1", "::1"])(
  "checks a certificate of the address %s, and sends no server name",
  async (host) => {
    expect(await migrateAt(host)).toContain("reached over TLS");
    expect(serverNames.splice(0)).toEqual([false]);
  },
);

it("refuses a certificate of another IP address", async () => {
  const output = await migrateAt("127.0.0.2");
  expect(output).toContain("IP: 127.0.0.2 is not in the cert's list: 127.0.0.1");
  expect(serverNames).toEqual([]);
});
