import { CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { KindIcon } from "@/components/devices/kind-icon";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { isAppAddress } from "@/lib/devices/connections/return-address";
import type { ViewedConnectLink } from "@/lib/devices/connections/view-connect-link";
import { ResumeForm } from "./resume-form";

type Props = {
  token: string;
  link: Extract<ViewedConnectLink, { kind: "completed" }>;
  /** Whether the way leads on into an app, which only a page that is shown can open. */
  isReturning: boolean;
};

/** The last page: what is connected, and what happens next. */
export async function Connected({ token, link, isReturning }: Props) {
  const t = await getTranslations("connect");
  const { organizationName: organization, devices, successUrl: back } = link;
  const isIdle = devices.some(({ optimization }) => optimization === "off");
  return (
    <MessagePage
      icon={CircleCheck}
      title={t("completedTitle")}
      action={
        back && (
          <LinkButton href={back} tone={isIdle && link.mayResume ? "secondary" : "primary"}>
            {t("goBack", { organization })}
          </LinkButton>
        )
      }
    >
      {back && isReturning && isAppAddress(back) && (
        <meta httpEquiv="refresh" content={`0;url=${back}`} />
      )}
      {devices.length === 0 ? (
        t("completedText", { organization })
      ) : (
        <div className="mt-4 flex flex-col gap-6 text-left">
          <ul className="flex flex-col gap-3">
            {devices.map(({ id, kind, manufacturer, model, optimization }) => (
              <li key={id} className="flex gap-3">
                <KindIcon kind={kind} />
                <span className="min-w-0">
                  <span className="block font-medium text-ink">
                    {manufacturer} {model}
                  </span>
                  {t(`next.optimization.${optimization}`, { organization })}
                </span>
              </li>
            ))}
          </ul>
          {link.mayResume && (
            <ClientMessages namespaces={["connect"]}>
              <ResumeForm token={token} isIdle={isIdle} />
            </ClientMessages>
          )}
          <section>
            <h2 className="font-medium text-ink">{t("next.title")}</h2>
            <p className="mt-1">{t("next.readings", { organization })}</p>
            {!back && <p className="mt-1">{t("next.close")}</p>}
          </section>
        </div>
      )}
    </MessagePage>
  );
}
