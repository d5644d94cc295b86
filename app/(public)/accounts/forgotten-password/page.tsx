import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { Panel } from "@/components/ui/panel";
import { ForgottenPasswordForm } from "./forgotten-password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("forgottenTitle") };
}

export default async function ForgottenPasswordPage() {
  const t = await getTranslations("accounts");
  return (
    <Panel title={t("forgottenTitle")} intro={t("forgottenIntro")}>
      <ClientMessages namespaces={["accounts"]}>
        <ForgottenPasswordForm />
      </ClientMessages>
      <p className="mt-5 text-sm">
        <Link href="/accounts/login" className="text-accent hover:underline">
          {t("backToLogin")}
        </Link>
      </p>
    </Panel>
  );
}
