import { expect, it } from "vitest";
import { downloadHeaders } from "./download";

it("names a download as it is called", () => {
  expect(downloadHeaders("access-review-2026-11-24.pdf", "application/pdf")).toMatchObject({
    "content-disposition": 'attachment; filename="access-review-2026-11-24.pdf"',
  });
});

it.each([
  'x"; filename="run.exe',
  "../../etc/passwd",
  "a\r\nset-cookie: b=c",
  "größe\u202egpj.exe",
])(
  "leaves in the name %j only characters that mean nothing to headers and file systems",
  (name) => {
    const disposition = downloadHeaders(name, "text/plain")["content-disposition"];
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"$/);
  },
);
