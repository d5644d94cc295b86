import { accentStyle } from "@/lib/branding/accent-color";
import { type BrandContext, findBranding, forGood } from "../find-branding";

/** The style sheet of an organization's colour. Its address changes with it. */
export async function GET(_: Request, context: BrandContext) {
  const branding = await findBranding(context);
  const style = branding?.accentColor ? accentStyle(branding.accentColor) : "";
  return new Response(style, {
    headers: { "content-type": "text/css; charset=utf-8", ...forGood },
  });
}
