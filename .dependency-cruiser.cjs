/** The areas of lib, lowest first: each imports only from those before it. */
const areas = [
  "core",
  "platform",
  "identity",
  "organization",
  "customers",
  "team",
  "devices",
  "support",
  "operations",
];

const areaRules = areas.slice(0, -1).map((area, index) => ({
  name: `${area}-knows-no-area-above-it`,
  severity: "error",
  from: { path: `^lib/${area}/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^lib/(${areas.slice(index + 1).join("|")})/` },
}));

/** Who may import whom: app -> components, lib; partner-api -> lib; lib -> db; components -> lib; db -> nothing of ours. */
module.exports = {
  forbidden: [
    ...areaRules,
    {
      name: "core-defines-no-use-case",
      comment: "lib/define-use-case.ts puts steps of higher areas in; core provides the pipeline.",
      severity: "error",
      from: { path: "^lib/core/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/define-use-case" },
    },
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
      to: { path: "^(app|db|partner-api|commands|testing)/|^lib/core/database" },
    },
    {
      name: "pages-know-no-database",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^(db|commands|testing)/|^lib/core/database|drizzle-orm|^node_modules/postgres/",
      },
    },
    {
      name: "the-api-knows-no-database-and-no-pages",
      severity: "error",
      from: { path: "^partner-api/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(app|components|db|commands|testing)/|^lib/core/database|drizzle-orm|^node_modules/postgres/",
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
          "\\.test\\.ts$|^lib/core/use-cases/pipeline\\.ts$|^lib/identity/auth/(find-organization-by-slug|find-session|known-networks|log-in|log-in-candidates|mark-seen|rate-limits)\\.ts$|^lib/identity/api-credentials/find-bearer\\.ts$|^lib/core/organizations/every-organization\\.ts$|^lib/platform/mail/receive-delivery-report\\.ts$",
      },
      to: { path: "^lib/core/database" },
    },
    {
      name: "the-sdk-stands-alone",
      comment: "It is published without the rest.",
      severity: "error",
      from: { path: "^sdk/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|components|db|lib|partner-api|commands|testing|messages)/" },
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
        path: "^(app|components|db|lib|messages|partner-api|sandbox-manufacturer|sdk)/|^(server|worker|proxy)\\.ts$|^commands/(start|migrate|backup|restore|audit-verify|keys-rotate|organization-create|organization-copy-from-partner-api|billing-paid|demo)\\.ts$",
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
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
