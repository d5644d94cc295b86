import { Link2Off } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { getLoginContext } from "@/app/_server/viewer";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { Panel } from "@/components/ui/panel";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { anonymousActorOfLink, viewPasswordReset } from "@/lib/identity/auth/reset-password";
import { ResetPasswordForm } from "./reset-password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("resetTitle") };
}

type Props = { params: Promise<{ token: string }> };

export default async function ResetPasswordPage({ params }: Props) {
  const t = await getTranslations("accounts");
  const token = cleanLinkPart((await params).token);
  const anonymous = anonymousActorOfLink(token, await getLoginContext());
  const person = anonymous && (await viewPasswordReset(anonymous, { token }));
  if (!person) {
    return (
      <MessagePage
        icon={Link2Off}
        title={t("resetDeadTitle")}
        action={
          <LinkButton href="/accounts/forgotten-password" tone="primary">
            {t("sendResetLink")}
          </LinkButton>
        }
      >
        {t("resetDeadText")}
      </MessagePage>
    );
  }
  return (
    <Panel title={t("resetTitle")} intro={t("resetIntro", { email: person.email })}>
      <ClientMessages namespaces={["accounts", "password"]}>
        <ResetPasswordForm
          token={token}
          email={person.email}
          least={person.passwordLeastLength}
          context={[person.firstName, person.lastName, person.email]}
        />
      </ClientMessages>
    </Panel>
  );
}
