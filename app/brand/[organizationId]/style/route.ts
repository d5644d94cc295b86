import { routeHandler } from "@/app/_server/route-handler";
import { accentStyle } from "@/lib/platform/branding/accent-color";
import { viewBranding } from "@/lib/platform/branding/branding";
import { type BrandContext, forGood, getBrandActor } from "../brand-request";

/** The style sheet of an organization's colour. Its address changes with it. */
export const GET = routeHandler(async (_, context: BrandContext) => {
  const anonymous = await getBrandActor(context);
  const branding = anonymous && (await viewBranding(anonymous, {}));
  const style = branding?.accentColor ? accentStyle(branding.accentColor) : "";
  return new Response(style, {
    headers: { "content-type": "text/css; charset=utf-8", ...forGood },
  });
});
