import { CalendarX, CircleCheck, Link2Off, ShieldX } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { readInvitation } from "@/app/_server/invitation-link";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { Panel } from "@/components/ui/panel";
import { findLanguageOfTag } from "@/lib/core/i18n/languages";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import type { viewInvitation } from "@/lib/team/members/view-invitation";
import { AcceptInvitationForm } from "./accept-invitation-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invite"))("title") };
}

type Props = { params: Promise<{ token: string }> };

/** What an invitation link opens. Looking changes nothing: only the form spends the link. */
export default async function InvitationPage({ params }: Props) {
  const t = await getTranslations("invite");
  const token = cleanLinkPart((await params).token);
  const invitation = await readInvitation(token);
  if (invitation.kind !== "open") return <DeadInvitation invitation={invitation} />;

  const roles = await getTranslations("roles");
  const format = await getFormatter();
  const { email, firstName, lastName, timeZone } = invitation;
  const language = findLanguageOfTag(await getLocale()) ?? invitation.defaultLanguage;
  return (
    <Panel
      title={t("heading", { organization: invitation.organizationName })}
      intro={t.rich("intro", {
        inviter: invitation.inviterName,
        role: roles(invitation.role),
        strong: (words) => <strong className="font-medium text-ink">{words}</strong>,
      })}
    >
      <ClientMessages namespaces={["invite", "password", "languages"]}>
        <AcceptInvitationForm
          token={token}
          organizationId={invitation.organizationId}
          email={email}
          least={invitation.passwordLeastLength}
          values={{ firstName, lastName, language, timeZone }}
          context={[firstName, lastName, email, invitation.organizationName]}
        />
      </ClientMessages>
      <p className="mt-6 text-[13px] leading-5 text-ink-faint">
        {t("expires", {
          moment: format.dateTime(invitation.expiresAt, { ...exact, timeZone }),
        })}
      </p>
    </Panel>
  );
}

const exact = {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

type Dead = Exclude<Awaited<ReturnType<typeof viewInvitation>>, { kind: "open" }>;

const icons = { unknown: Link2Off, revoked: ShieldX, expired: CalendarX, accepted: CircleCheck };

async function DeadInvitation({ invitation }: { invitation: Dead }) {
  const t = await getTranslations("invite");
  const names =
    invitation.kind === "unknown"
      ? { inviter: "", organization: "" }
      : { inviter: invitation.inviterName, organization: invitation.organizationName };
  return (
    <MessagePage
      icon={icons[invitation.kind]}
      title={t(`${invitation.kind}Title`)}
      action={
        invitation.kind === "accepted" && (
          <LinkButton href="/accounts/login" tone="primary">
            {t("toLogin")}
          </LinkButton>
        )
      }
    >
      {t(`${invitation.kind}Text`, names)}
    </MessagePage>
  );
}
