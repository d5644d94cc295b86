import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

/** What is not there, or not the viewer's to know of. */
export async function NotFoundMessage() {
  const t = await getTranslations("messages");
  return (
    <MessagePage
      icon={SearchX}
      title={t("notFoundTitle")}
      action={<LinkButton href="/">{t("toStart")}</LinkButton>}
    >
      {t("notFoundText")}
    </MessagePage>
  );
}
