import { Cpu } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { jumpToRecord } from "@/app/_request/jump-to-record";
import { requireMember } from "@/app/_request/viewer";
import { type ListParameters, readParameters } from "@/components/data-table/list-address";
import { ListResults } from "@/components/data-table/list-results";
import { LateTotal } from "@/components/data-table/pager";
import type { Member } from "@/lib/access/actor";
import { listDevicesInput, usualDeviceDirection } from "@/lib/devices/device-list-schema";
import { listDeviceModels } from "@/lib/devices/list-device-models";
import { countDevices, listDevices } from "@/lib/devices/list-devices";
import { parseInput } from "@/lib/validation/parse-input";
import { readDisplay } from "../_lists/list-display";
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
  await answeringRefusals(async () => parseInput(listDevicesInput, parameters));
  await jumpToRecord(actor, parameters);
  const models = await answeringRefusals(() => listDeviceModels(actor, {}));
  const filters = await deviceListFilters(models);
  const columns = await deviceColumns();
  const display = await answeringRefusals(() => readDisplay(actor, "device", columns));
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
      columns={columns}
      display={display}
    >
      <DeviceList actor={actor} parameters={parameters} display={display} />
    </ListPage>
  );
}

type Columns = Awaited<ReturnType<typeof deviceColumns>>;
type DeviceListProps = {
  actor: Member;
  parameters: ListParameters;
  display: { columns: Columns; density: "normal" | "compact" | "roomy" };
};

async function DeviceList({ actor, parameters, display }: DeviceListProps) {
  const t = await getTranslations("devices");
  const page = await answeringRefusals(() => listDevices(actor, parameters));
  const { sort, direction, offered } = page.order;
  return (
    <ListResults
      caption={t("title")}
      path="/devices"
      parameters={parameters}
      page={page}
      columns={display.columns}
      density={display.density}
      sort={sort === "match" ? undefined : sort}
      direction={direction}
      usualDirection={usualDeviceDirection}
      offeredSorts={offered}
      lateTotal={<LateTotal count={() => countDevices(actor, parameters)} />}
      whenEmpty={{ icon: Cpu, title: t("none"), hint: t("noneHint") }}
    />
  );
}
