import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { findViewer, readSessionToken } from "@/app/_server/viewer";
import { Panel } from "@/components/ui/panel";
import { ownPath } from "@/lib/identity/auth/own-path";
import { SecondFactorForm } from "./second-factor-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondFactor"))("proveTitle") };
}

type Props = { searchParams: Promise<{ next?: string }> };

/** Between password and portal: the code that the person's device shows. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const t = await getTranslations("secondFactor");
  const accounts = await getTranslations("accounts");
  const { next } = await searchParams;
  if (await findViewer()) redirect(ownPath(next, "/"));
  if (!(await readSessionToken())) redirect("/accounts/login");
  return (
    <Panel title={t("proveTitle")} intro={t("proveIntro")}>
      <div className="flex flex-col gap-5">
        <ClientMessages namespaces={["secondFactor"]}>
          <SecondFactorForm next={ownPath(next, "")} />
        </ClientMessages>
        <p className="text-sm">
          <Link href="/accounts/login" className="text-accent hover:underline">
            {accounts("backToLogin")}
          </Link>
        </p>
      </div>
    </Panel>
  );
}
