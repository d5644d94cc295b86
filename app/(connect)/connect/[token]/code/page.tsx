import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_request/client-messages";
import { readBrowserSecret, readConnectLink } from "@/app/_request/connect-link";
import { buttonClasses } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { viewConnectAttempt } from "@/lib/connections/connect-attempt";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("title") };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ attempt?: string | string[] }>;
};

/** A code to be typed at the manufacturer's page, for those whose login does not lead back. */
export default async function CodePage({ params, searchParams }: Props) {
  const { token } = await params;
  const attempt = String((await searchParams).attempt ?? "");
  const { visitor, link } = await readConnectLink(token);
  const browser = await readBrowserSecret();
  const found =
    visitor && link.kind === "open" && browser && /^[0-9a-f-]{36}$/.test(attempt)
      ? await viewConnectAttempt(visitor, { token, attempt, browser })
      : undefined;
  if (!found?.userCode || found.isSpent) redirect(`/connect/${token}${found ? "" : "?lost"}`);
  const t = await getTranslations("connect.code");
  const { manufacturer } = found;
  return (
    <Panel title={t("title", { manufacturer })} intro={t("intro")}>
      <div className="flex flex-col gap-6">
        <p className="rounded-lg bg-sunken py-5 text-center font-mono text-3xl font-semibold tracking-widest text-ink">
          {found.userCode}
        </p>
        <a
          href={found.verificationUri}
          target="_blank"
          rel="noreferrer"
          className={buttonClasses({ tone: "primary" })}
        >
          {t("open", { manufacturer })}
        </a>
        <ClientMessages namespaces={["connect"]}>
          <CodeForm
            token={token}
            attempt={attempt}
            manufacturer={manufacturer}
            everySeconds={Math.max(2, found.intervalSeconds ?? 5)}
          />
        </ClientMessages>
      </div>
    </Panel>
  );
}
