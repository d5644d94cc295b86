import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PhoneText } from "@/components/ui/phone-text";
import { BuildingList } from "./building-list";
import { addressLine } from "./end-user-facts";
import { OwnedDevices } from "./owned-devices";

type Props = {
  me: Parameters<typeof addressLine>[0] & {
    name: string;
    hasUnreadablePhone: boolean;
    devices: ComponentProps<typeof OwnedDevices>["devices"];
    buildings: ComponentProps<typeof BuildingList>["buildings"];
  };
  actionsOf?: ComponentProps<typeof OwnedDevices>["actionsOf"];
  /** What stands below the devices. */
  below?: ReactNode;
};

/** What an end-user sees of themselves. */
export async function OwnRecord({ me, actionsOf, below }: Props) {
  const t = await getTranslations("me");
  const users = await getTranslations("users");
  return (
    <div className="flex flex-col gap-4">
      <OwnedDevices devices={me.devices} {...(actionsOf && { actionsOf })} />
      {below}
      <BuildingList buildings={me.buildings} />
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
