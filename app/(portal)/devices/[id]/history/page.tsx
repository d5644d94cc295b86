import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { History } from "@/components/audit/history";
import { Card } from "@/components/ui/card";
import { getDevice } from "@/lib/devices/devices/get-device";
import { DeviceFrame } from "../device-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("tabs.history") };
}

type Props = { params: Promise<{ id: string }> };

/** What was done to a device, and by whom. */
export default async function DeviceHistoryPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const { id } = await params;
  const device = await withErrorPages(() => getDevice(actor, { id }));
  return (
    <DeviceFrame device={device} current="history">
      <Card title={t("history")}>
        <History entries={device.history} />
      </Card>
    </DeviceFrame>
  );
}
