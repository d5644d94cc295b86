import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A build that only serves to run a checkout need not wait for what `npm run types` checks.
  typescript: { ignoreBuildErrors: process.env.WATTDESK_BUILD_WITHOUT_TYPES === "true" },
  // Clients of the Partner API write addresses with and without the slash; both are served as they are.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: [
    "@node-rs/argon2",
    "drizzle-orm",
    "postgres",
    "graphile-worker",
    "rate-limiter-flexible",
    "pino",
    // Reads its font metrics from its own folder.
    "pdfkit",
  ],
  // What people type from memory. The query leads back to where they were going.
  redirects: async () => [{ source: "/login", destination: "/accounts/login", permanent: false }],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "1mb" } },
};

export default createNextIntlPlugin("./app/_server/translation.ts")(config);
