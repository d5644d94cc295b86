import { Phone } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ConnectionBadge } from "@/components/devices/connection-badge";
import { KindIcon } from "@/components/devices/kind-icon";
import { ReconnectionLine } from "@/components/devices/reconnection-steps";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { listReconnections } from "@/lib/devices/connections/list-reconnections";
import { SendLinkForm } from "../../_connections/link-forms";

const MAX_DEVICES = 8;

type Props = {
  actor: Member;
  userId: string;
  /** The devices that the case is about, which come first. */
  deviceIds: string[];
};

/** The customer of a case: how to reach them, and how their devices are doing. */
export async function CustomerPane({ actor, userId, deviceIds }: Props) {
  const t = await getTranslations("cases");
  const [customer, reconnections] = await withErrorPages(() =>
    Promise.all([getEndUser(actor, { id: userId }), listReconnections(actor, { userId })]),
  );
  const isConcerned = ({ id }: { id: string }) => deviceIds.includes(id);
  const devices = [
    ...customer.devices.filter(isConcerned),
    ...customer.devices.filter((device) => !isConcerned(device)),
  ];
  const town = [customer.zipCode, customer.town].filter(Boolean).join(" ");
  const maySend = may(actor, "update", "device") && customer.email !== null;
  return (
    <Card title={t("customer")} isFlush>
      <div className="flex flex-col gap-1 border-b border-line px-5 pb-4 text-sm">
        {customer.phone && (
          <a
            href={`tel:${customer.phone.replace(/[^\d+]/g, "")}`}
            className="inline-flex items-center gap-2 text-base font-medium text-ink hover:underline"
          >
            <Phone aria-hidden className="size-4 text-accent" />
            {customer.phone}
          </a>
        )}
        <Link href={`/users/${userId}`} className="font-medium text-accent hover:underline">
          {customer.name}
        </Link>
        <span className="text-[13px] leading-5 text-ink-soft">
          {[customer.externalUserId, town].filter(Boolean).join(" · ")}
        </span>
        {customer.email && (
          <a
            href={`mailto:${customer.email}`}
            className="text-[13px] leading-5 break-all text-ink-soft hover:underline"
          >
            {customer.email}
          </a>
        )}
      </div>
      {devices.length === 0 ? (
        <p className="px-5 py-4 text-sm text-ink-faint">{t("noDevices")}</p>
      ) : (
        <ClientMessages namespaces={["connections"]}>
          <ul aria-label={t("devices")} className="divide-y divide-line">
            {devices.slice(0, MAX_DEVICES).map((device) => {
              const reconnection = reconnections.find(({ deviceId }) => deviceId === device.id);
              const isLost = reconnection !== undefined && reconnection.connectedAt === null;
              return (
                <li key={device.id} className="flex flex-col gap-1.5 px-5 py-3 text-sm">
                  <span className="flex items-center gap-2.5">
                    <KindIcon kind={device.kind} />
                    <Link
                      href={`/devices/${device.id}`}
                      className="min-w-0 flex-1 font-medium text-ink hover:underline"
                    >
                      {device.manufacturer} {device.model}
                    </Link>
                    <ConnectionBadge state={device.connectionState} />
                  </span>
                  {reconnection && (
                    <span className="text-[13px] leading-5 text-ink-soft">
                      <ReconnectionLine reconnection={reconnection} />
                    </span>
                  )}
                  {isLost && maySend && <SendLinkForm about={{ deviceId: device.id }} />}
                </li>
              );
            })}
          </ul>
          {devices.length > MAX_DEVICES && (
            <p className="border-t border-line px-5 py-3">
              <Link href={`/users/${userId}`} className="text-[13px] text-accent hover:underline">
                {t("allDevices", { count: devices.length })}
              </Link>
            </p>
          )}
        </ClientMessages>
      )}
    </Card>
  );
}
