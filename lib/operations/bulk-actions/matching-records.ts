import "server-only";
import { assertPresent } from "@/lib/core/assert-present";
import { endUserList } from "@/lib/customers/end-users/list-end-users";
import { deviceList } from "@/lib/devices/devices/list-devices";
import type { BulkAction } from "./find-bulk-action";

/** The lists whose records bulk actions are about. */
export const recordLists = { "end-user": endUserList, device: deviceList };

/** The records that a bulk action's filters match. @throws Invalid when the list does not take them */
export const matchingRecords = ({ list, parameters }: Pick<BulkAction, "list" | "parameters">) =>
  recordLists[list].matching(assertPresent(parameters, "The filters of a bulk action"));
