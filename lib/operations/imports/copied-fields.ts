import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { listedEndUserFields } from "@/lib/customers/end-users/end-user-fields";
import { copiedDeviceCells } from "./copied-cells";
import { type ImportKind, importFields } from "./import-headings";

const { price: _, ...contractFields } = importFields["energy-contract"];

/** The fields of rows that are read from another installation: those of files, and some that files do not have. */
export const copiedFields: Record<ImportKind, readonly string[]> = {
  "end-user": Object.keys(listedEndUserFields),
  building: ["owner", ...Object.keys(buildingFields)],
  "energy-contract": [...Object.keys(contractFields), "energyPrices"],
  device: [...Object.keys(importFields.device), ...Object.keys(copiedDeviceCells)],
};
