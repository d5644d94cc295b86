import { type BrandContext, findBranding, forGood } from "../find-branding";

/** An organization's logo. Its address changes with it, so it may be kept for good. */
export async function GET(_: Request, context: BrandContext) {
  const branding = await findBranding(context);
  if (!branding?.logo) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(branding.logo), {
    headers: { "content-type": "image/png", ...forGood },
  });
}
