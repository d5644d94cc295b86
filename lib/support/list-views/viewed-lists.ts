import "server-only";
import { buildingList } from "@/lib/customers/buildings/list-buildings";
import { endUserList } from "@/lib/customers/end-users/list-end-users";
import { deviceList } from "@/lib/devices/devices/list-devices";

/** The lists that have saved views. */
export const viewedLists = { "end-user": endUserList, building: buildingList, device: deviceList };
