import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLanguage, type Language, localeOf } from "@/lib/core/i18n/languages";
import { loadMessages } from "@/lib/core/i18n/messages";
import { findConnectLanguage } from "./connect-link";
import { findViewer } from "./viewer";

/** The language of an end-user's link or the reader's own choice first, then the cookie of an earlier visit, then the browser's wish. */
async function chooseLanguage(preferred: Language | null | undefined): Promise<Language> {
  if (preferred) return preferred;
  const kept = (await cookies()).get("language")?.value;
  if (isLanguage(kept)) return kept;
  const wished = (await headers()).get("accept-language")?.slice(0, 2).toLowerCase();
  return isLanguage(wished) ? wished : "en";
}

export default getRequestConfig(async () => {
  const viewer = await findViewer();
  const language = await chooseLanguage((await findConnectLanguage()) ?? viewer?.language);
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
