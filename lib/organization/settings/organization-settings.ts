import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { Invalid, VersionConflict, violatedConstraint } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { updateOrganizationInput } from "./organization-schema";

export const getOrganizationSettings = defineQuery({
  name: "getOrganizationSettings",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  run: ({ transaction }) => getOrganization(transaction),
});

/**
 * @throws VersionConflict when another admin wrote since the given version was read
 * @throws Invalid when another organization has the slug
 */
export const updateOrganization = defineCommand({
  name: "updateOrganization",
  locksOrganization: true,
  input: updateOrganizationInput,
  requires: { action: "update", resource: "organization-settings" },
  async requiresStepUp({ input, transaction }) {
    const before = await getOrganization(transaction);
    const changes = changesBetween({ ...before }, securityFieldsOf(input));
    return Object.keys(changes).length > 0;
  },
  async run({ actor, input, transaction }) {
    const { version, ...fields } = input;
    const before = await getOrganization(transaction);
    const [after] = await mapTakenSlug(() =>
      transaction
        .update(organizations)
        .set({ ...fields, updatedBy: actorId(actor), version: sql`${organizations.version} + 1` })
        .where(and(eq(organizations.id, actor.organizationId), eq(organizations.version, version)))
        .returning(),
    );
    // The row is locked, so that what was read is what is saved.
    if (!after) throw new VersionConflict(before, fields);
    return {
      result: undefined,
      audit: [
        {
          action: "organization.updated",
          target: { type: "organization", id: after.id, name: after.name },
          changes: changesBetween(before, fields),
        },
      ],
    };
  },
});

/** What decides who gets in, for how long, and how long it stays in the log. */
function securityFieldsOf(input: z.output<typeof updateOrganizationInput>) {
  const { version, name, slug, defaultLanguage, timeZone, country, retainMailDays, ...security } =
    input;
  return security;
}

async function mapTakenSlug<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) === "organizations_slug") {
      throw new Invalid({ slug: "slugTaken" });
    }
    throw error;
  }
}
