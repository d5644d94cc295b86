import { parseArgs } from "node:util";
import { createOrganization } from "../db/create-organization";
import { migrateDatabase } from "../db/migrate";
import { systemActor } from "../lib/core/access/actor";
import { Invalid } from "../lib/core/errors";
import { parseInput } from "../lib/core/validation/parse-input";
import { createOrganizationInput } from "../lib/organization/settings/organization-schema";
import { inviteAdminInput } from "../lib/team/members/team-schema";
import { problems } from "../messages/en/problems";
import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

const usage = `Usage: npm run organization:create -- --name "Alpenstrom Energie" --slug alpenstrom --admin clara@alpenstrom.example
  --language de            of its mails and pages, en by default
  --time-zone Europe/Rome  Europe/Vienna by default
  --with-sandbox           a second organization, to try things out in`;

const options = {
  name: { type: "string" },
  slug: { type: "string" },
  admin: { type: "string" },
  language: { type: "string", default: "en" },
  "time-zone": { type: "string", default: "Europe/Vienna" },
  "with-sandbox": { type: "boolean", default: false },
} as const;

const optionOf: Record<string, string> = {
  email: "--admin",
  defaultLanguage: "--language",
  timeZone: "--time-zone",
};

/** Creates an organization and invites its first admin, or one more admin where it exists. */
await reportingFailure(async () => {
  const { values } = parseArgs({ options });
  if (!values.name || !values.slug || !values.admin) throw new Error(usage);
  const { email } = naming(() => parseInput(inviteAdminInput, { email: values.admin }));
  const organization = naming(() =>
    parseInput(createOrganizationInput, {
      name: values.name,
      slug: values.slug,
      defaultLanguage: values.language,
      timeZone: values["time-zone"],
    }),
  );
  await withDatabase(async () => {
    const { environment } = await import("../lib/core/env");
    const { DATABASE_OWNER_URL, DATABASE_URL } = environment();
    const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL;
    await migrateDatabase(ownerUrl);
    const production = await createOrganization(ownerUrl, {
      ...organization,
      environment: "production",
    });
    await invite(production, organization.slug, email);
    if (!values["with-sandbox"]) return;
    const slug = `${organization.slug}-sandbox`;
    const sandbox = await createOrganization(ownerUrl, {
      ...organization,
      name: `${organization.name} Sandbox`,
      slug,
      environment: "sandbox",
      sandboxOf: production.id,
    });
    await invite(sandbox, slug, email);
  });
});

async function invite(found: { id: string; isNew: boolean }, slug: string, email: string) {
  const { inviteAdminForOperator } = await import("../lib/team/members/invite-team-member");
  console.log(found.isNew ? `${slug} is created.` : `${slug} already exists.`);
  const actor = systemActor(found.id, "organization-create");
  try {
    const { link } = await inviteAdminForOperator(actor, { email });
    console.log(`${email} is invited by mail, and within seven days by this link:\n  ${link}`);
  } catch (error) {
    if (!(error instanceof Invalid) || error.fields.email !== "emailTaken") throw readable(error);
    console.log(`${email} has an account there already.`);
  }
}

function naming<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw readable(error);
  }
}

/** What is wrong with which option, in words. */
function readable(error: unknown): unknown {
  if (!(error instanceof Invalid)) return error;
  const lines = Object.entries(error.fields).map(([field, problem]) => {
    const words = problems[problem as keyof typeof problems];
    return `${optionOf[field] ?? `--${field}`}: ${typeof words === "string" ? words : problem}`;
  });
  return new Error(lines.join("\n"));
}
