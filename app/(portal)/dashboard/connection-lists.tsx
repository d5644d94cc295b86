import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { KindIcon } from "@/components/devices/kind-icon";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import type { getWorkQueue } from "@/lib/support/work-queue/get-work-queue";
import { SendLinkForm } from "../_connections/link-forms";
import { StepForm } from "../diagnoses/diagnosis-forms";
import { Lines, MoreLink, RowWithAction } from "./board-list";

type Queue = Awaited<ReturnType<typeof getWorkQueue>>;

/** Devices that lost their connection within a day; a link is sent from the row. */
export async function NewlyDisconnected({ devices }: { devices: Queue["newlyDisconnected"] }) {
  const t = await getTranslations("home");
  return (
    <Card
      title={t("newlyDisconnected")}
      actions={
        <MoreLink href="/devices?connection=disconnected&sort=waiting&direction=desc">
          {t("all")}
        </MoreLink>
      }
      isFlush
    >
      <ClientMessages namespaces={["connections"]}>
        <ul className="divide-y divide-line border-t border-line">
          {devices.map(({ id, kind, manufacturer, model, ownerName, email, ...device }) => (
            <RowWithAction
              key={id}
              href={`/devices/${id}`}
              action={
                device.linkSentAt ? (
                  <span className="text-[13px] text-ink-faint">
                    {t.rich("linkSent", { when: () => <Moment value={device.linkSentAt} /> })}
                  </span>
                ) : (
                  email !== null && <SendLinkForm about={{ deviceId: id }} />
                )
              }
            >
              <KindIcon kind={kind} />
              <Lines
                first={`${manufacturer} ${model}`}
                second={
                  <>
                    {ownerName} · <Moment value={device.disconnectedSince} />
                  </>
                }
              />
            </RowWithAction>
          ))}
        </ul>
      </ClientMessages>
    </Card>
  );
}

/** Links that nobody has opened for a day: the customer is better called, or gets another. */
export async function UnopenedLinks({ links }: { links: Queue["unopenedLinks"] }) {
  const t = await getTranslations("home");
  return (
    <Card title={t("unopenedLinks")} description={t("unopenedLinksHint")} isFlush>
      <ClientMessages namespaces={["connections"]}>
        <ul className="divide-y divide-line border-t border-line">
          {links.map(({ id, userId, deviceId, device, ownerName, phone, createdAt, channel }) => (
            <RowWithAction
              key={id}
              href={deviceId ? `/devices/${deviceId}` : `/users/${userId}`}
              action={
                channel === "mail" && <SendLinkForm about={deviceId ? { deviceId } : { userId }} />
              }
            >
              <Lines
                first={phone ? `${ownerName} · ${phone}` : ownerName}
                second={
                  <>
                    {device ?? t("newDevices")} ·{" "}
                    {t.rich("linkSent", { when: () => <Moment value={createdAt} /> })}
                  </>
                }
              />
            </RowWithAction>
          ))}
        </ul>
      </ClientMessages>
    </Card>
  );
}

/** Devices that were connected again and whose optimisation is off; it is turned on from the row. */
export async function IdleAfterReconnection({
  devices,
}: {
  devices: Queue["idleAfterReconnection"];
}) {
  const t = await getTranslations("home");
  return (
    <Card title={t("idleAfterReconnection")} description={t("idleAfterReconnectionHint")} isFlush>
      <ClientMessages namespaces={["diagnosis"]}>
        <ul className="divide-y divide-line border-t border-line">
          {devices.map(({ id, kind, manufacturer, model, ownerName, connectedAt }) => (
            <RowWithAction
              key={id}
              href={`/devices/${id}`}
              action={<StepForm step="resumeOptimization" deviceId={id} />}
            >
              <KindIcon kind={kind} />
              <Lines
                first={`${manufacturer} ${model}`}
                second={
                  <>
                    {ownerName} · <Moment value={connectedAt} />
                  </>
                }
              />
            </RowWithAction>
          ))}
        </ul>
      </ClientMessages>
    </Card>
  );
}
