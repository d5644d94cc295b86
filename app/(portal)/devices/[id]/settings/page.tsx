import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { DeviceFacts } from "@/components/devices/device-facts";
import { commonFields } from "@/components/devices/device-fields";
import { DeviceSettings } from "@/components/devices/device-settings";
import { PauseCard } from "@/components/devices/pause-card";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { may } from "@/lib/core/access/authorize";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { getDevice } from "@/lib/devices/devices/get-device";
import {
  pauseDeviceAction,
  updateChargePolicyAction,
  updateDeviceSettingsAction,
} from "../../actions";
import { DeleteDeviceForm, DeviceSettingsForm } from "../device-forms";
import { DeviceFrame } from "../device-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("tabs.settings") };
}

const settingsActions = {
  updateSettings: updateDeviceSettingsAction,
  updateChargePolicy: updateChargePolicyAction,
};

type Props = { params: Promise<{ id: string }> };

/** What is set on a device, and what a member may do to it. */
export default async function DeviceSettingsPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const { id } = await params;
  const device = await withErrorPages(() => getDevice(actor, { id }));
  const mayUpdate = may(actor, "update", "device");
  const canBeControlled = isControllable(device.kind);
  return (
    <ClientMessages namespaces={["devices", "deviceFields", "languages"]}>
      <DeviceFrame device={device} current="settings">
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
            <DeviceSettings device={device} actions={mayUpdate ? settingsActions : undefined} />
            {canBeControlled && (
              <Card title={t("optimization")}>
                <DeviceFacts fields={commonFields.optimization} values={device} />
              </Card>
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {mayUpdate && (
              <Card title={t("settings")}>
                <DeviceSettingsForm
                  id={device.id}
                  version={device.version}
                  comment={device.comment}
                  isSmartOptimizationActive={
                    canBeControlled ? device.isSmartOptimizationActive : undefined
                  }
                  buildingId={device.building?.id ?? null}
                  buildings={device.buildings}
                />
              </Card>
            )}
            {mayUpdate && device.isSmartOptimizationActive && (
              <PauseCard device={device} action={pauseDeviceAction} />
            )}
            {may(actor, "delete", "device") && (
              <Card isFlush>
                <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
                  <DeleteDeviceForm id={device.id} model={device.model} />
                </Disclosure>
              </Card>
            )}
          </div>
        </div>
      </DeviceFrame>
    </ClientMessages>
  );
}
