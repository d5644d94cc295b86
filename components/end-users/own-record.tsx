import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { BuildingList } from "./building-list";
import { OwnedDevices } from "./owned-devices";

type Props = {
  me: {
    name: string;
    email: string;
    phone: string | null;
    externalUserId: string | null;
    streetAndNumber: string | null;
    zipCode: string | null;
    town: string | null;
    country: string | null;
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
            { label: users("email"), value: me.email },
            { label: users("phone"), value: me.phone },
            { label: users("externalUserId"), value: me.externalUserId },
            {
              label: users("address"),
              value: [
                me.streetAndNumber,
                [me.zipCode, me.town].filter(Boolean).join(" "),
                me.country,
              ]
                .filter(Boolean)
                .join(", "),
            },
          ]}
        />
      </Card>
    </div>
  );
}
