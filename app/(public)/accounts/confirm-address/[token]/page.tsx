import { Link2Off } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { getLoginContext } from "@/app/_server/viewer";
import { MessagePage } from "@/components/ui/message-page";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { viewAddressChange } from "@/lib/identity/account/confirm-address";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";
import { ConfirmAddressForm } from "./confirm-address-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("addressTitle") };
}

type Props = { params: Promise<{ token: string }> };

/** Either end of a change of address. Opening it changes nothing; the button does. */
export default async function ConfirmAddressPage({ params }: Props) {
  const t = await getTranslations("accounts");
  const token = cleanLinkPart((await params).token);
  const anonymous = anonymousActorOfLink(token, await getLoginContext());
  const change = anonymous && (await viewAddressChange(anonymous, { token }));
  if (!change) {
    return (
      <MessagePage icon={Link2Off} title={t("addressDeadTitle")}>
        {t("addressDeadText")}
      </MessagePage>
    );
  }
  const { oldEmail, newEmail, organizationName } = change;
  return (
    <Panel
      title={t("addressTitle")}
      intro={
        change.side === "old"
          ? t("addressIntroOld", { oldEmail, newEmail })
          : t("addressIntroNew", { newEmail, organizationName })
      }
    >
      {change.isConfirmed ? (
        <Notice tone="success">
          {t("addressHalf")}. {t("addressHalfText")}
        </Notice>
      ) : (
        <ClientMessages namespaces={["accounts"]}>
          <ConfirmAddressForm token={token} />
        </ClientMessages>
      )}
    </Panel>
  );
}
