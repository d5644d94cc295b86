import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { organizationLogos, organizations } from "@/db/schema";
import { actorId } from "../access/actor";
import { defineCommand, defineQuery } from "../access/use-case";
import { NotFound } from "../errors";
import { z } from "../validation/problems";
import { updateBrandingInput } from "./branding-schema";

/** How an organization looks: its colour, and the mark of its logo. */
export const getBranding = defineQuery({
  name: "getBranding",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ actor, transaction }) {
    const [organization] = await transaction.select().from(organizations);
    if (!organization) throw new NotFound();
    const [logo] = await transaction
      .select({ contentHash: organizationLogos.contentHash })
      .from(organizationLogos);
    return {
      organizationId: actor.organizationId,
      accentColor: organization.accentColor,
      logoHash: logo?.contentHash,
    };
  },
});

/** What anybody who sees the organization's pages and mails may have: its logo as PNG, its colour. */
export const viewBranding = defineQuery({
  name: "viewBranding",
  input: z.object({}),
  requires: { action: "read", resource: "entrance" },
  async run({ transaction }) {
    const [organization] = await transaction
      .select({
        accentColor: organizations.accentColor,
        logo: organizationLogos.image,
        logoHash: organizationLogos.contentHash,
      })
      .from(organizations)
      .leftJoin(organizationLogos, eq(organizationLogos.organizationId, organizations.id));
    return organization;
  },
});

/** Sets the colour, and sets or takes away the logo. */
export const updateBranding = defineCommand({
  name: "updateBranding",
  input: updateBrandingInput,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const { organizationId } = actor;
    const [before] = await transaction.select().from(organizations).for("update");
    if (!before) throw new NotFound();
    await transaction
      .update(organizations)
      .set({
        accentColor: input.accentColor,
        updatedBy: actorId(actor),
        version: sql`${organizations.version} + 1`,
      })
      .where(eq(organizations.id, organizationId));
    if (input.logo) {
      const image = Buffer.from(input.logo);
      const contentHash = createHash("sha256").update(image).digest("hex").slice(0, 16);
      await transaction
        .insert(organizationLogos)
        .values({ organizationId, image, contentHash })
        .onConflictDoUpdate({
          target: organizationLogos.organizationId,
          set: { image, contentHash },
        });
    } else if (input.removesLogo) {
      await transaction
        .delete(organizationLogos)
        .where(eq(organizationLogos.organizationId, organizationId));
    }
    const logo = input.logo ? "changed" : input.removesLogo ? "removed" : undefined;
    return {
      result: undefined,
      audit: [
        {
          action: "organization.updated",
          target: { type: "organization", id: organizationId, name: before.name },
          changes: {
            ...(before.accentColor !== input.accentColor && {
              accentColor: { before: before.accentColor, after: input.accentColor },
            }),
            ...(logo && { logo: { before: null, after: logo } }),
          },
        },
      ],
    };
  },
});
