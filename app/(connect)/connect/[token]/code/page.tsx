import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { type ConnectAttemptProps, readConnectAttempt } from "@/app/_server/connect-link";
import { buttonClasses } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("title") };
}

/** A code to be typed at the manufacturer's page, for those whose login does not lead back. */
export default async function CodePage(props: ConnectAttemptProps) {
  const { token, attempt, found } = await readConnectAttempt(props);
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
