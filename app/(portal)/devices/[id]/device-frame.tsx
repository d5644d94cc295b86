import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConnectionBadge } from "@/components/devices/connection-badge";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import type { getDevice } from "@/lib/devices/devices/get-device";

const tabs = ["overview", "readings", "settings", "connection", "history"] as const;

type Tab = (typeof tabs)[number];

type Props = {
  device: Awaited<ReturnType<typeof getDevice>>;
  current: Tab;
  actions?: ReactNode;
  children: ReactNode;
};

/** What all pages of a device begin with: which it is, whose, how it is doing, and the way to the other pages. */
export async function DeviceFrame({ device, current, actions, children }: Props) {
  const t = await getTranslations("devices");
  const address = `/devices/${device.id}`;
  const facts = [t(`kinds.${device.kind}`), device.modelYear].filter(Boolean).join(" · ");
  return (
    <>
      <PageHeader
        title={`${device.manufacturer} ${device.model}`}
        description={
          <>
            {facts}
            {device.owner && (
              <>
                {" · "}
                <Link
                  href={`/users/${device.owner.id}`}
                  className="text-accent underline underline-offset-2"
                >
                  {device.owner.name}
                </Link>
              </>
            )}
          </>
        }
        badge={<ConnectionBadge state={device.connectionState} />}
        crumbs={[{ label: t("title"), href: "/devices" }]}
        actions={actions}
      />
      <TabLinks
        label={t("tabsLabel")}
        current={current}
        tabs={tabs.map((key) => ({
          key,
          href: key === "overview" ? address : `${address}/${key}`,
          label: t(`tabs.${key}`),
        }))}
      />
      {children}
    </>
  );
}
