import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organizationLogos, organizations } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { getOrganization, writeOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { updateBrandingInput } from "./branding-schema";

async function readBranding(transaction: Transaction) {
  const [organization] = await transaction
    .select({
      accentColor: organizations.accentColor,
      /** Changes with the logo; null without one. */
      logoHash: organizationLogos.contentHash,
    })
    .from(organizations)
    .leftJoin(organizationLogos, eq(organizationLogos.organizationId, organizations.id));
  return organization;
}

/** How an organization looks: its colour, and the mark of its logo. */
export const getBranding = defineQuery({
  name: "getBranding",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ actor, transaction }) {
    const branding = await readBranding(transaction);
    if (!branding) throw new NotFound();
    return { organizationId: actor.organizationId, ...branding };
  },
});

/** The same for anybody who sees the organization's pages and mails; undefined where there is none. */
export const viewBranding = defineQuery({
  name: "viewBranding",
  input: z.object({}),
  requires: { action: "read", resource: "authentication" },
  run: ({ transaction }) => readBranding(transaction),
});

/** The logo itself, as PNG. */
export const viewLogo = defineQuery({
  name: "viewLogo",
  input: z.object({}),
  requires: { action: "read", resource: "authentication" },
  async run({ transaction }) {
    const [logo] = await transaction
      .select({ image: organizationLogos.image })
      .from(organizationLogos);
    return logo?.image;
  },
});

/** Sets the colour, and sets or takes away the logo. */
export const updateBranding = defineCommand({
  name: "updateBranding",
  locksOrganization: true,
  input: updateBrandingInput,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const { organizationId } = actor;
    const before = await getOrganization(transaction);
    await writeOrganization(transaction, actor, { accentColor: input.accentColor });
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
