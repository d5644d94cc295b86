import { getLocale } from "next-intl/server";
import { renderMarkdown } from "@/lib/team/handbook/render-markdown";

/** Terms of service in the reader's language. */
export async function TermsText({ terms }: { terms: { textEn: string; textDe: string } }) {
  const isGerman = (await getLocale()).startsWith("de");
  return (
    <div
      className="prose text-sm"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets no HTML through
      dangerouslySetInnerHTML={{ __html: renderMarkdown(isGerman ? terms.textDe : terms.textEn) }}
    />
  );
}
