import { routeHandler } from "@/app/_request/route-handler";
import { accentStyle } from "@/lib/branding/accent-color";
import { viewBranding } from "@/lib/branding/branding";
import { type BrandContext, forGood, readBrandVisitor } from "../brand-request";

/** The style sheet of an organization's colour. Its address changes with it. */
export const GET = routeHandler(async (_, context: BrandContext) => {
  const visitor = await readBrandVisitor(context);
  const branding = visitor && (await viewBranding(visitor, {}));
  const style = branding?.accentColor ? accentStyle(branding.accentColor) : "";
  return new Response(style, {
    headers: { "content-type": "text/css; charset=utf-8", ...forGood },
  });
});
