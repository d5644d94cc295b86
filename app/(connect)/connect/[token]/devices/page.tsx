import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { type ConnectAttemptProps, readConnectAttempt } from "@/app/_server/connect-link";
import { Panel } from "@/components/ui/panel";
import { TakeOverForm } from "./take-over-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("choose.title") };
}

/** Which of an account's devices the utility is to look after. */
export default async function ChooseDevicesPage(props: ConnectAttemptProps) {
  const { token, attempt, link, found } = await readConnectAttempt(props);
  if (link.kind !== "open" || !found?.offered) redirect(`/connect/${token}${found ? "" : "?lost"}`);
  const t = await getTranslations("connect");
  const kinds = await getTranslations("devices");
  const names = { manufacturer: found.manufacturer, organization: link.organizationName };
  return (
    <Panel title={t("choose.title")} intro={t("choose.intro", names)}>
      <ClientMessages namespaces={["connect"]}>
        <TakeOverForm
          token={token}
          attempt={attempt}
          devices={found.offered.map(({ externalDeviceId, kind, manufacturer, model }) => ({
            serial: externalDeviceId,
            name: `${manufacturer} ${model}`,
            kind: kinds(`kinds.${kind}`),
          }))}
        />
      </ClientMessages>
    </Panel>
  );
}
