import { getTimeZone, getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/form-state";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { toLocalMoment } from "@/lib/core/validation/local-moment";
import type { getDevice } from "@/lib/devices/devices/get-device";
import { ChargePolicyForm } from "./charge-policy-form";
import { DeviceDetailsForm } from "./device-details-form";
import { DeviceFacts } from "./device-facts";
import { listedFields } from "./device-fields";

type SettingsActions = {
  updateSettings: FormAction<unknown>;
  updateChargePolicy: FormAction<unknown>;
};

type Device = Awaited<ReturnType<typeof getDevice>>;

/** What is set on a device; for those who may, with the forms to change it. */
export async function DeviceSettings({
  device,
  actions,
}: {
  device: Device;
  /** What changes them; undefined for those who may not. */
  actions: SettingsActions | undefined;
}) {
  const t = await getTranslations("devices");
  const timeZone = await getTimeZone();
  const { kindDetails, kind } = device;
  return (
    <Card title={t("deviceSettings")} isFlush>
      <div className="border-b border-line px-5 pb-5">
        {device.lastCommand && device.lastCommand.state !== "done" && (
          <div className="mb-4">
            <Notice tone={device.lastCommand.state === "failed" ? "warning" : "info"}>
              {t(device.lastCommand.state === "failed" ? "commandFailed" : "commandQueued")}
            </Notice>
          </div>
        )}
        <DeviceFacts fields={listedFields(kind, "settings")} values={kindDetails} />
      </div>
      {actions && (
        <>
          <Disclosure title={t("changeSettings")}>
            <DeviceDetailsForm
              action={actions.updateSettings}
              id={device.id}
              version={device.version}
              kind={kind}
              values={fieldValues(device, timeZone)}
              timeZone={timeZone}
            />
          </Disclosure>
          {kind === "electric_vehicle" && (
            <Disclosure title={t("policy.title")} description={t("policy.hint")}>
              {!kindDetails.isChargePolicyEnabled && (
                <div className="mb-4">
                  <Notice>{t("policy.off")}</Notice>
                </div>
              )}
              <ChargePolicyForm
                action={actions.updateChargePolicy}
                id={device.id}
                timeZone={device.chargePolicy?.timeZone ?? timeZone}
                days={device.chargePolicy?.days ?? {}}
              />
            </Disclosure>
          )}
        </>
      )}
    </Card>
  );
}

/** What the form's fields hold: texts, as people type them. */
function fieldValues(device: Device, timeZone: string): Record<string, string | boolean | null> {
  const stored: Device["kindDetails"] = {
    ...device.kindDetails,
    priceZone: device.priceZone,
    isTradingEnabled: device.isTradingEnabled,
    isInverterForcedModeEnabled: device.isInverterForcedModeEnabled,
  };
  // What is not set is left to the fields: an empty text, a box that is not ticked.
  const given = Object.entries(stored).filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([field, value]) => [
      field,
      value instanceof Date
        ? toLocalMoment(value, timeZone)
        : typeof value === "number"
          ? String(value)
          : value,
    ]),
  );
}
