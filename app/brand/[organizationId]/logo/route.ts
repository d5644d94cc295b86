import { routeHandler } from "@/app/_request/route-handler";
import { viewLogo } from "@/lib/branding/branding";
import { type BrandContext, forGood, readBrandVisitor } from "../brand-request";

/** An organization's logo. Its address changes with it, so it may be kept for good. */
export const GET = routeHandler(async (_, context: BrandContext) => {
  const visitor = await readBrandVisitor(context);
  const image = visitor && (await viewLogo(visitor, {}));
  if (!image) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(image), {
    headers: { "content-type": "image/png", ...forGood },
  });
});
