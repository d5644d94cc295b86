import { expect, it } from "vitest";
import { renderMarkdown } from "./render-markdown";

it.each([
  ["<script>alert(1)</script>"],
  ["<img src=x onerror=alert(1)>"],
  ["[click](javascript:alert(1))"],
  ["[click](JaVaScRiPt:alert(1))"],
  ["[click](data:text/html,<script>alert(1)</script>)"],
  ["![x](javascript:alert(1))"],
  ['![x](https://a.example/"onerror="alert(1))'],
  ["<a href='javascript:alert(1)'>x</a>"],
])("%s becomes nothing that runs", (text) => {
  const html = renderMarkdown(text);
  expect(html).not.toMatch(/<(script|img|iframe|svg)/i);
  expect(html).not.toMatch(/href="(javascript|data):/i);
  expect(html).not.toMatch(/<[^>]+\son\w+=/i);
});

it("writes out what people use", () => {
  const html = renderMarkdown(
    "# Calls\n\n1. **Greet**\n2. See [the desk](/devices)\n\n![map](https://a.example/map.png)",
  );
  expect(html).toContain("<h2>Calls</h2>");
  expect(html).toContain("<strong>Greet</strong>");
  expect(html).toContain('<a href="/devices" rel="noopener noreferrer">the desk</a>');
  expect(html).toContain('<a href="https://a.example/map.png" rel="noopener noreferrer">map</a>');
});
