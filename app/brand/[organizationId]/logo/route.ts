import { routeHandler } from "@/app/_server/route-handler";
import { viewLogo } from "@/lib/platform/branding/branding";
import { type BrandContext, forGood, getBrandActor } from "../brand-request";

/** An organization's logo. Its address changes with it, so it may be kept for good. */
export const GET = routeHandler(async (_, context: BrandContext) => {
  const anonymous = await getBrandActor(context);
  const image = anonymous && (await viewLogo(anonymous, {}));
  if (!image) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(image), {
    headers: { "content-type": "image/png", ...forGood },
  });
});
