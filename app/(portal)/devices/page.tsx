import { Cpu } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type ListPageProps, parseListAddress } from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { may } from "@/lib/core/access/authorize";
import { listTags } from "@/lib/customers/tags/list-tags";
import { deviceListSchema } from "@/lib/devices/devices/device-list-schema";
import { listDeviceModels } from "@/lib/devices/devices/list-device-models";
import { countDevices, listDevices } from "@/lib/devices/devices/list-devices";
import { actsOfList } from "@/lib/operations/bulk-actions/bulk-acts";
import { jumpToRecord } from "../_lists/jump-to-record";
import { ListPage } from "../_lists/list-page";
import { deviceColumns } from "./device-columns";
import { deviceListFilters } from "./device-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("title") };
}

export default async function DevicesPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const address = await parseListAddress(deviceListSchema.input, props);
  await jumpToRecord(actor, address.input.search);
  const models = await withErrorPages(() => listDeviceModels(actor, {}));
  const tags = await withErrorPages(() => listTags(actor, {}));
  const filters = await deviceListFilters(models);
  return (
    <ListPage
      actor={actor}
      list="device"
      title={t("title")}
      description={t("description")}
      searchLabel={t("search")}
      schema={deviceListSchema}
      address={address}
      filters={filters}
      columns={await deviceColumns()}
      read={listDevices}
      count={countDevices}
      bulk={
        may(actor, "update", "device")
          ? { list: "device", acts: actsOfList.device, tags }
          : undefined
      }
      whenEmpty={{ icon: Cpu, title: t("none"), hint: t("noneHint") }}
    />
  );
}
