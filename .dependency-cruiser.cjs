/** Who may import whom: app -> components, lib; partner-api -> lib; lib -> db; components -> lib; db -> nothing of ours. */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "db-knows-nothing-of-ours",
      severity: "error",
      from: { path: "^db/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|components|lib|partner-api|commands|testing|messages)/" },
    },
    {
      name: "lib-knows-no-interface",
      severity: "error",
      from: { path: "^lib/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|components|partner-api|commands|testing)/" },
    },
    {
      name: "components-know-no-pages-and-no-database",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(app|db|partner-api|commands|testing)/|^lib/database" },
    },
    {
      name: "pages-know-no-database",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(db|commands|testing)/|^lib/database|drizzle-orm|^node_modules/postgres/" },
    },
    {
      name: "the-api-knows-no-database-and-no-pages",
      severity: "error",
      from: { path: "^partner-api/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(app|components|db|commands|testing)/|^lib/database|drizzle-orm|^node_modules/postgres/",
      },
    },
    {
      name: "one-way-to-the-data",
      comment:
        "Everything reads and writes through use-cases; these few run before an actor is known.",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot:
          "\\.test\\.ts$|^lib/access/use-case\\.ts$|^lib/auth/(find-organization-by-slug|find-session|known-networks|log-in|log-in-candidates|mark-seen|rate-limits)\\.ts$|^lib/api-credentials/find-bearer\\.ts$|^lib/jobs/every-organization\\.ts$|^lib/mail/receive-delivery-report\\.ts$",
      },
      to: { path: "^lib/database" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: {
        pathNot:
          "\\.test\\.tsx?$|^testing/|^trust/|^e2e/|^bench/|^commands/(bench|end-to-end|test)",
      },
      to: { path: "\\.test\\.tsx?$|^testing/|^trust/|^e2e/" },
    },
    {
      name: "runs-without-dev-dependencies",
      comment: "An installation has only what package.json lists under dependencies.",
      severity: "error",
      from: {
        path: "^(app|components|db|lib|messages|partner-api|sandbox-manufacturer)/|^(server|worker|proxy)\\.ts$|^commands/(start|migrate|backup|restore|audit-verify|keys-renew|organization-found|billing-paid|demo)\\.ts$",
        pathNot: "\\.test\\.tsx?$",
      },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
