import { expect, it } from "vitest";
import { renderMail } from "./render-mail";

it("keeps line breaks and overrides of the direction in names out of a subject", async () => {
  const { subject } = await renderMail({
    template: "invitation",
    language: "en",
    parameters: JSON.stringify({
      organizationName: "City\r\nBcc: everybody@home.example\u202e",
      inviterName: "Anna\nBerger",
      role: "staff",
      recipientName: "Maria",
      expiresAt: "2026-11-24T08:30:00.000Z",
      timeZone: "Europe/Vienna",
    }),
    link: "https://portal.example/invite/x",
  });
  expect(subject).toContain("City  Bcc: everybody@home.example");
  expect(subject).not.toMatch(/[\r\n\u202e]/);
});
