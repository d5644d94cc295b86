import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_request/client-messages";
import { readBrowserSecret, readConnectLink } from "@/app/_request/connect-link";
import { Panel } from "@/components/ui/panel";
import { viewConnectAttempt } from "@/lib/connections/connect-attempt";
import { TakeOverForm } from "./take-over-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("choose.title") };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ attempt?: string | string[] }>;
};

/** Which of an account's devices the utility is to look after. */
export default async function ChooseDevicesPage({ params, searchParams }: Props) {
  const { token } = await params;
  const attempt = String((await searchParams).attempt ?? "");
  const { visitor, link } = await readConnectLink(token);
  const browser = await readBrowserSecret();
  const found =
    visitor && link.kind === "open" && browser && /^[0-9a-f-]{36}$/.test(attempt)
      ? await viewConnectAttempt(visitor, { token, attempt, browser })
      : undefined;
  if (link.kind !== "open" || !found?.offered) redirect(`/connect/${token}?lost`);
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
