import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLanguage } from "@/lib/core/i18n/choose-language";
import { localeOf } from "@/lib/core/i18n/languages";
import { loadMessages } from "@/lib/core/i18n/messages";
import { findConnectLanguages } from "./connect-link";
import { findInvitationLanguages } from "./invitation-link";
import { findViewer } from "./viewer";

export default getRequestConfig(async () => {
  const viewer = await findViewer();
  const ofLink = (await findConnectLanguages()) ?? (await findInvitationLanguages());
  const language = chooseLanguage({
    own: ofLink?.own ?? viewer?.language,
    acceptLanguage: (await headers()).get("accept-language"),
    ofOrganization: ofLink?.ofOrganization ?? viewer?.organization.defaultLanguage,
  });
  return {
    locale: localeOf[language],
    messages: await loadMessages(language),
    timeZone: viewer?.timeZone ?? "Europe/Vienna",
    formats: {
      dateTime: {
        day: { day: "numeric", month: "short", year: "numeric" },
        moment: {
          day: "numeric",
          month: "short",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
        },
        exact: {
          weekday: "long",
          day: "numeric",
          month: "long",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          timeZoneName: "short",
        },
      },
    },
  };
});
