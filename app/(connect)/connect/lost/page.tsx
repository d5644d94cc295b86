import { RotateCcw } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/ui/message-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("lostTitle") };
}

/** A login came back to a browser that did not begin it, or too late. */
export default async function LostLoginPage() {
  const t = await getTranslations("connect");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4 py-8 sm:py-14">
      <MessagePage icon={RotateCcw} title={t("lostTitle")}>
        {t("lostText")}
      </MessagePage>
    </main>
  );
}
