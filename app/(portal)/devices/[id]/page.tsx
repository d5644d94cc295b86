import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { ClientMessages } from "@/app/_request/client-messages";
import { requireMember } from "@/app/_request/viewer";
import { History } from "@/components/audit/history";
import { ConnectionBadge } from "@/components/devices/connection-badge";
import { DeviceFacts } from "@/components/devices/device-facts";
import { commonFields, particularFields } from "@/components/devices/device-fields";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/authorize";
import { getDevice } from "@/lib/devices/get-device";
import { DeleteDeviceForm, DeviceSettingsForm } from "./device-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function DevicePage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const device = await answeringRefusals(async () => getDevice(actor, await params));
  const fields = particularFields[device.kind];
  return (
    <>
      <PageHeader
        title={`${device.manufacturer} ${device.model}`}
        description={`${t(`kinds.${device.kind}`)}${device.modelYear ? ` · ${device.modelYear}` : ""}`}
        badge={<ConnectionBadge state={device.connectionState} />}
        crumbs={[{ label: t("title"), href: "/devices" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex flex-col gap-4 lg:col-span-2">
          {device.connectionState === "disconnected" && (
            <Notice tone="warning">
              {t.rich("disconnectedNotice", {
                since: () => <Moment value={device.disconnectedSince} />,
              })}
            </Notice>
          )}
          <Card
            title={t("now")}
            description={
              <>
                {t("readingFrom")}{" "}
                <Moment value={device.currentStateLastUpdatedAt} fallback={t("neverSeen")} />
              </>
            }
          >
            <DeviceFacts fields={fields.now} values={device.particulars} />
          </Card>
          <Card title={t("optimization")}>
            <DeviceFacts fields={commonFields.optimization} values={device} />
          </Card>
          <Card title={t("deviceSettings")}>
            <DeviceFacts fields={fields.settings} values={device.particulars} />
          </Card>
          <Card title={t("consumption")}>
            <DeviceFacts fields={commonFields.consumption} values={device} />
          </Card>
          <Card title={t("connection")}>
            <DeviceFacts fields={commonFields.connection} values={device} />
          </Card>
        </div>
        <div className="flex flex-col gap-4">
          <Card title={t("belongsTo")}>
            <DescriptionList
              items={[
                {
                  label: t("owner"),
                  value: device.owner && (
                    <Link
                      href={`/users/${device.owner.id}`}
                      className="text-accent hover:underline"
                    >
                      {device.owner.name}
                    </Link>
                  ),
                },
                { label: t("building"), value: device.building?.name },
                { label: t("cloudService"), value: device.cloudService?.name },
                { label: t("added"), value: <Moment value={device.createdAt} as="day" /> },
              ]}
            />
            {device.cloudService?.instructions && (
              <p className="mt-4 text-[13px] leading-5 text-ink-faint">
                {device.cloudService.instructions}
              </p>
            )}
          </Card>
          {may(actor, "update", "device") && (
            <Card title={t("settings")}>
              <ClientMessages namespaces={["devices"]}>
                <DeviceSettingsForm
                  id={device.id}
                  version={device.version}
                  comment={device.comment}
                  isSmartOptimizationActive={device.isSmartOptimizationActive}
                />
              </ClientMessages>
            </Card>
          )}
          <Card title={t("history")}>
            <History entries={device.history} />
          </Card>
          {may(actor, "delete", "device") && (
            <Card isFlush>
              <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
                <ClientMessages namespaces={["devices"]}>
                  <DeleteDeviceForm id={device.id} model={device.model} />
                </ClientMessages>
              </Disclosure>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
