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

it.each([
  ["en", /expires on Tuesday,? 24 November 2026 at 09:30 CET/],
  ["de", /läuft ab am Dienstag, 24\. November 2026 um 09:30 MEZ/],
] as const)("writes a time in %s with its zone and without seconds", async (language, text) => {
  const mail = await renderMail({
    template: "access-ends-soon",
    language,
    parameters: JSON.stringify({
      organizationName: "City",
      recipientName: "Maria",
      endsAt: "2026-11-24T08:30:00.000Z",
      timeZone: "Europe/Vienna",
    }),
    link: undefined,
  });
  expect(mail.text.replaceAll("\n", " ")).toMatch(text);
  expect(mail.text).toContain(
    language === "en" ? "Please don't reply" : "Bitte antworten Sie nicht",
  );
});

it.each([
  ["en", "due on 14 December 2026."],
  ["de", "fällig am 14. Dezember 2026."],
] as const)("writes the due day of an invoice in %s without a time", async (language, text) => {
  const mail = await renderMail({
    template: "invoice-issued",
    language,
    parameters: JSON.stringify({
      organizationName: "City",
      recipientName: "Maria",
      number: "1-2026-1",
      amountCents: 11_400,
      dueAt: "2026-12-14T08:30:00.000Z",
      timeZone: "Europe/Vienna",
    }),
    link: undefined,
  });
  expect(mail.text.replaceAll("\n", " ")).toContain(text);
});
