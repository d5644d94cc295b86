import { getTranslations } from "next-intl/server";
import type { ConnectionState } from "@/components/devices/connection-badge";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";

type Props = {
  device: {
    connectionState: ConnectionState;
    disconnectedSince: Date | null;
    staleSince: Date | null;
    lifecycleError: string | null;
  };
};

/** What is wrong with a device's connection, and what that means. Nothing where all is well. */
export async function ConnectionNotice({ device }: Props) {
  const t = await getTranslations("devices");
  const { connectionState } = device;
  if (connectionState === "degraded") {
    return (
      <Notice tone="warning">
        {t.rich("degradedNotice", { since: () => <Moment value={device.staleSince} /> })}
      </Notice>
    );
  }
  if (connectionState !== "disconnected" && connectionState !== "revoked") return null;
  return (
    <Notice tone="warning">
      {t.rich(connectionState === "revoked" ? "revokedNotice" : "disconnectedNotice", {
        since: () => <Moment value={device.disconnectedSince} />,
      })}
      {device.lifecycleError && (
        <span className="mt-1 block">{t("reasonGiven", { reason: device.lifecycleError })}</span>
      )}
    </Notice>
  );
}
