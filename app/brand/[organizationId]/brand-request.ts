import "server-only";
import { getLoginContext } from "@/app/_server/viewer";
import { z } from "@/lib/core/validation/problems";
import { anonymousActor } from "@/lib/identity/auth/log-in";

export type BrandContext = { params: Promise<{ organizationId: string }> };

/** The addresses carry a mark of the content. Mail programs ask for them from elsewhere. */
export const forGood = {
  "cache-control": "public, max-age=31536000, immutable",
  "cross-origin-resource-policy": "cross-origin",
};

/** The requester, at the organization that the address names; undefined if there is none. */
export async function getBrandActor({ params }: BrandContext) {
  const { organizationId } = await params;
  if (!z.uuid().safeParse(organizationId).success) return undefined;
  return anonymousActor({ organizationId }, await getLoginContext());
}
