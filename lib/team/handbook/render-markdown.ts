import "server-only";
import markdownIt from "markdown-it";
import { assertPresent } from "@/lib/core/assert-present";

/**
 * Raw HTML is shown as text, and links lead to http, https and mail only; markdown-it refuses all
 * other schemes itself.
 */
const markdown = markdownIt({ html: false, linkify: true, typographer: false });

// Nothing of another host is loaded, so a picture becomes a link to it.
markdown.renderer.rules.image = (tokens, index) => {
  const token = assertPresent(tokens[index], "The picture's token");
  const address = String(assertPresent(token.attrGet("src"), "The picture's address"));
  const source = markdown.utils.escapeHtml(address);
  const words = markdown.utils.escapeHtml(token.content || address);
  return `<a href="${source}" rel="noopener noreferrer">${words}</a>`;
};

markdown.renderer.rules.link_open = (tokens, index, options, _, self) => {
  tokens[index]?.attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

// The page's own heading is the first; those of an entry stand below it.
for (const rule of ["heading_open", "heading_close"] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, _, self) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`;
    return self.renderToken(tokens, index, options);
  };
}

/** Markdown as HTML that is safe to show, by any author. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
