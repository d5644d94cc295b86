import { Cpu } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { jumpToRecord } from "@/app/_server/jump-to-record";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { readParameters } from "@/components/data-table/list-address";
import { may } from "@/lib/core/access/authorize";
import { parseInput } from "@/lib/core/validation/parse-input";
import { listTags } from "@/lib/customers/tags/list-tags";
import {
  defaultDeviceSortDirection,
  listDevicesInput,
} from "@/lib/devices/devices/device-list-schema";
import { listDeviceModels } from "@/lib/devices/devices/list-device-models";
import { countDevices, listDevices } from "@/lib/devices/devices/list-devices";
import { actsOfList } from "@/lib/operations/bulk-actions/bulk-acts";
import { ListPage } from "../_lists/list-page";
import { deviceColumns } from "./device-columns";
import { deviceListFilters } from "./device-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DevicesPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const parameters = readParameters(await searchParams);
  await withErrorPages(async () => parseInput(listDevicesInput, parameters));
  await jumpToRecord(actor, parameters);
  const models = await withErrorPages(() => listDeviceModels(actor, {}));
  const tags = await withErrorPages(() => listTags(actor, {}));
  const filters = await deviceListFilters(models);
  return (
    <ListPage
      actor={actor}
      list="device"
      path="/devices"
      title={t("title")}
      description={t("description")}
      searchLabel={t("search")}
      parameters={parameters}
      filters={filters}
      columns={await deviceColumns()}
      read={listDevices}
      count={countDevices}
      bulk={
        may(actor, "update", "device")
          ? { list: "device", acts: actsOfList.device, tags }
          : undefined
      }
      defaultSortDirection={defaultDeviceSortDirection}
      whenEmpty={{ icon: Cpu, title: t("none"), hint: t("noneHint") }}
    />
  );
}
