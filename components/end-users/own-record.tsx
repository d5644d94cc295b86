import { Cpu } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { SavingsCard } from "@/components/devices/savings-card";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PhoneText } from "@/components/ui/phone-text";
import type { RecentSavings } from "@/lib/devices/savings/recent-savings";
import { BuildingList } from "./building-list";
import { addressLine } from "./end-user-facts";
import { OwnDevice, type ShownOwnDevice } from "./own-device";
import { remedyOf } from "./own-device-status";
import { SupportContact } from "./support-contact";

type Props = {
  me: Parameters<typeof addressLine>[0] & {
    name: string;
    hasUnreadablePhone: boolean;
    buildings: ComponentProps<typeof BuildingList>["buildings"];
  };
  devices: ShownOwnDevice[];
  savings: RecentSavings;
  contact: ComponentProps<typeof SupportContact>["contact"];
  /** What ends the problem of a device. */
  remedyFor?: (device: ShownOwnDevice) => ReactNode;
  /** Where devices are connected. */
  connect?: ReactNode;
  /** Where the pages of single devices are, for those who have them. */
  devicePath?: string;
};

/** What an end-user sees of themselves: what needs them first. */
export async function OwnRecord(props: Props) {
  const { me, savings, contact } = props;
  const t = await getTranslations("me");
  const users = await getTranslations("users");
  return (
    <div className="flex flex-col gap-4">
      <OwnDevices {...props} />
      {savings.sum.total !== null && <SavingsCard savings={savings} />}
      <SupportContact contact={contact} customerNumber={me.externalUserId} />
      {me.buildings.length > 0 && <BuildingList buildings={me.buildings} />}
      <Card title={users("profile")}>
        <DescriptionList
          items={[
            { label: t("name"), value: me.name },
            { label: users("fields.email"), value: me.email },
            { label: users("fields.phone"), value: <PhoneText person={me} /> },
            { label: users("fields.externalUserId"), value: me.externalUserId },
            { label: users("address"), value: addressLine(me) },
          ]}
        />
      </Card>
    </div>
  );
}

async function OwnDevices({ devices, remedyFor, connect, devicePath }: Props) {
  const t = await getTranslations("me");
  if (devices.length === 0) {
    return (
      <Card isFlush>
        <EmptyState icon={Cpu} title={t("noDevices")} action={connect}>
          {t("noDevicesHint")}
        </EmptyState>
      </Card>
    );
  }
  const needsOwner = (device: ShownOwnDevice) => Number(remedyOf(device) !== undefined);
  const problemsFirst = devices.toSorted((one, other) => needsOwner(other) - needsOwner(one));
  return (
    <>
      {problemsFirst.map((device) => (
        <OwnDevice
          key={device.id}
          device={device}
          action={remedyFor?.(device)}
          {...(devicePath && { href: `${devicePath}/${device.id}` })}
        />
      ))}
      {connect}
    </>
  );
}
