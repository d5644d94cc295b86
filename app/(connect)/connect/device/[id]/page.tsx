import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { readDeviceLink } from "@/app/_server/device-link";
import { Panel } from "@/components/ui/panel";
import { ConnectFrame } from "../../connect-frame";
import { OpenDeviceForm } from "./open-device-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ secret?: string | string[] }>;
};

/**
 * The authorization URL of a device, as the API hands it out. Fetching it changes nothing, since scanners of mails do
 * so too; the button makes a separate link and leads to it.
 */
export default async function DevicePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { secret } = await searchParams;
  const link = await readDeviceLink(id, typeof secret === "string" ? secret : "");
  if (!link) redirect("/connect/lost");
  const t = await getTranslations("connect");
  const { cue, anonymous } = link;
  return (
    <ConnectFrame anonymous={anonymous} organization={cue}>
      <Panel
        title={t("reconnectHeading", { device: cue.device })}
        intro={t("hello", {
          name: cue.personName,
          organization: cue.organizationName,
          manufacturer: cue.manufacturer,
          device: cue.device,
        })}
      >
        <ClientMessages namespaces={["connect"]}>
          <OpenDeviceForm id={id} secret={link.secret} />
        </ClientMessages>
      </Panel>
    </ConnectFrame>
  );
}
