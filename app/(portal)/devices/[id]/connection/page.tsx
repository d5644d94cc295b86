import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ConnectionHistory } from "@/components/devices/connection-history";
import { DeviceFacts } from "@/components/devices/device-facts";
import { connectionFieldsOf } from "@/components/devices/device-fields";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { may } from "@/lib/core/access/authorize";
import { listConnectLinks } from "@/lib/devices/connections/list-connect-links";
import { isOptimizedNow } from "@/lib/devices/connections/reconnection";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { getDevice } from "@/lib/devices/devices/get-device";
import { listConnectionChanges } from "@/lib/devices/telemetry/list-readings";
import { ConnectLinks } from "../../../_connections/connect-links";
import { EndConnectionForm } from "../../../_connections/link-forms";
import { DeviceFrame } from "../device-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("tabs.connection") };
}

type Props = { params: Promise<{ id: string }> };

/** How a device is reached, the links its customer was given, and every loss of its connection. */
export default async function DeviceConnectionPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const connecting = await getTranslations("connections");
  const { id } = await params;
  const device = await withErrorPages(() => getDevice(actor, { id }));
  const [changes, links] = await Promise.all([
    listConnectionChanges(actor, { id }),
    listConnectLinks(actor, { deviceId: id }),
  ]);
  const mayUpdate = may(actor, "update", "device");
  return (
    <ClientMessages namespaces={["connections"]}>
      <LiveRefresh everyMilliseconds={10_000} />
      <DeviceFrame device={device} current="connection">
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
            <Card title={t("connection")}>
              <DeviceFacts fields={connectionFieldsOf(device.kind)} values={device} />
            </Card>
            <ConnectionHistory changes={changes} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <ConnectLinks
              about={{ deviceId: device.id }}
              links={links}
              mayCreate={mayUpdate}
              isMailable={device.owner?.email != null}
              offersOptimization={isControllable(device.kind) && !isOptimizedNow(device)}
            />
            {mayUpdate && device.isAuthenticated && (
              <Card isFlush>
                <Disclosure
                  title={connecting("end")}
                  description={connecting("endHint")}
                  isDangerous
                >
                  <EndConnectionForm id={device.id} />
                </Disclosure>
              </Card>
            )}
          </div>
        </div>
      </DeviceFrame>
    </ClientMessages>
  );
}
