import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { findViewer } from "@/app/_server/viewer";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { ownPath } from "@/lib/identity/auth/own-path";
import { LoginForm } from "./login-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("loginTitle") };
}

type Search = { next?: string; ended?: string; reset?: string };

export default async function LoginPage({ searchParams }: { searchParams: Promise<Search> }) {
  const t = await getTranslations("accounts");
  const { next, ended, reset } = await searchParams;
  if (await findViewer()) redirect(ownPath(next, "/"));
  return (
    <Panel title={t("loginTitle")} intro={t("loginIntro")}>
      <div className="flex flex-col gap-5">
        {ended && <Notice>{t("sessionEnded")}</Notice>}
        {reset && <Notice tone="success">{t("passwordWasReset")}</Notice>}
        <ClientMessages namespaces={["accounts"]}>
          <LoginForm next={ownPath(next, "")} />
        </ClientMessages>
        <p className="text-sm">
          <Link href="/accounts/forgotten-password" className="text-accent hover:underline">
            {t("forgottenPassword")}
          </Link>
        </p>
      </div>
    </Panel>
  );
}
