import { readFile } from "node:fs/promises";
import path from "node:path";
import { desc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeEach, expect, it } from "vitest";
import { outgoingMails } from "@/db/schema";
import { Invalid } from "@/lib/core/errors";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { updateBranding } from "../branding/branding";
import { prepareLogo } from "../branding/prepare-logo";
import { editableTemplates } from "./mail-text-schema";
import { getMailText, resetMailText, saveMailText, updateMailSender } from "./mail-texts";
import { sendQueuedMail } from "./send-queued-mail";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});
const admin = () => actorOf(organization.admin);
const invitation = { template: "invitation", language: "en" } as const;
const words = {
  ...invitation,
  subject: "Servus bei {organizationName}",
  body: "Hello {recipientName}.\n\nYou will be {role}.",
  closing: "Until {expiresAt}.",
};

async function inviteAndRead() {
  await inviteTeamMember(admin(), {
    email: `${crypto.randomUUID()}@utility.example`,
    firstName: "Nina",
    lastName: "New",
    role: "staff",
    reason: "Needed for the test",
  });
  const [mail] = await tables
    .select()
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, organization.id))
    .orderBy(desc(outgoingMails.createdAt))
    .limit(1);
  const mailId = mail?.id ?? "";
  await sendQueuedMail(
    { organizationId: organization.id, mailId },
    { isLast: false, requestId: "r" },
  );
  const file = path.join(process.env.MAILBOX_DIRECTORY ?? "", `${mailId}.json`);
  return JSON.parse(await readFile(file, "utf8")) as Record<
    "from" | "subject" | "text" | "html" | "replyTo",
    string
  >;
}

it("writes mails in the organization's words, name, colour and logo", async () => {
  await saveMailText(admin(), words);
  await updateMailSender(admin(), { mailSenderName: "Alpenstrom", mailReplyTo: "help@a.example" });
  const picture = await sharp({
    create: { width: 900, height: 300, channels: 3, background: "red" },
  })
    .jpeg()
    .toBuffer();
  await updateBranding(admin(), { accentColor: "#7A1FA2", logo: await prepareLogo(picture) });
  const mail = await inviteAndRead();
  expect(mail.from).toMatch(/^"Alpenstrom" </);
  expect(mail.replyTo).toBe("help@a.example");
  expect(mail.subject).toBe(`Servus bei Utility ${organization.mark}`);
  expect(mail.text).toContain("Hello Nina New.");
  expect(mail.text).toContain("You will be Staff.");
  expect(mail.text).toContain("You can reply to this email.");
  expect(mail.html).toContain("#7a1fa2");
  expect(mail.html).toContain(`/brand/${organization.id}/logo?v=`);

  await resetMailText(admin(), invitation);
  expect((await inviteAndRead()).subject).toContain("invited you to");
});

it("refuses words that could not be written", async () => {
  await expect(saveMailText(admin(), { ...words, subject: "Hi {password}" })).rejects.toEqual(
    new Invalid({ subject: "placeholder:password" }),
  );
  await expect(saveMailText(admin(), { ...words, body: "Hi {recipientName" })).rejects.toEqual(
    new Invalid({ body: "mailText" }),
  );
  await expect(
    updateMailSender(admin(), { mailSenderName: 'A" <evil@x.example>' }),
  ).rejects.toEqual(new Invalid({ mailSenderName: "senderName" }));
});

it("takes pictures only, and redraws them small", async () => {
  const big = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: "red" } })
    .withExif({ IFD0: { Copyright: "hidden words" } })
    .jpeg()
    .toBuffer();
  const logo = await prepareLogo(big);
  expect(await sharp(logo).metadata()).toMatchObject({ format: "png", width: 160, height: 160 });
  expect(logo.toString("latin1")).not.toContain("hidden words");
  const program = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  for (const file of [program, Buffer.from("GIF89a"), Buffer.alloc(0)]) {
    await expect(prepareLogo(file)).rejects.toEqual(new Invalid({ logo: "picture" }));
  }
});

it("refuses a colour on which nobody could read", async () => {
  await expect(updateBranding(admin(), { accentColor: "#ffee00" })).rejects.toEqual(
    new Invalid({ accentColor: "colorTooLight" }),
  );
});

it.each(editableTemplates)(
  "takes our own words of %s as the organization's, in each language",
  async (template) => {
    for (const language of ["en", "de"] as const) {
      const { subject, body, closing } = await getMailText(admin(), { template, language });
      await saveMailText(admin(), { template, language, subject, body, closing });
      expect(await getMailText(admin(), { template, language })).toMatchObject({
        subject,
        body,
        closing,
        isOwn: true,
      });
    }
  },
);
