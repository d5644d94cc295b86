import { Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

/** What is there, but not for this role. */
export async function ForbiddenMessage() {
  const t = await getTranslations("messages");
  return (
    <MessagePage
      icon={Lock}
      title={t("forbiddenTitle")}
      action={<LinkButton href="/">{t("toStart")}</LinkButton>}
    >
      {t("forbiddenText")}
    </MessagePage>
  );
}
