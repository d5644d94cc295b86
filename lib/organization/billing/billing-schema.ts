import { deviceKinds } from "@/db/schema/device-kind-names";
import { listInput } from "@/lib/core/lists/list-input";
import { changesOf } from "@/lib/core/validation/changes-of";
import {
  emailAddress,
  optionalText,
  recordVersion,
  requiredCountry,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import { compactVatId, isVatIdOf } from "@/lib/core/validation/vat-id";
import { isInEu } from "./vat";

export const updateBillingAccountInput = z
  .object({
    /** 0 while nothing has been saved yet. */
    version: z.union([z.literal("0").transform(() => 0), z.literal(0), recordVersion]),
    companyName: requiredText(200),
    streetAndNumber: requiredText(200),
    zipCode: requiredText(20),
    town: requiredText(100),
    country: requiredCountry,
    ...changesOf({
      vatId: optionalText(30)
        .unwrap()
        .transform((id) => (id === null ? null : compactVatId(id))),
      purchaseOrderNumber: optionalText(60),
      /** Addresses apart by commas, spaces or lines. */
      contacts: z
        .string()
        .max(2000)
        .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
        .refine((list) => list.length <= 10, { error: "contactsTooMany" })
        .refine((list) => list.every((entry) => emailAddress.safeParse(entry).success), {
          error: "contacts",
        }),
    }),
  })
  .refine(({ country, vatId }) => !vatId || !isInEu(country) || isVatIdOf(country, vatId), {
    error: "vatId",
    path: ["vatId"],
  });

export const monthText = z.string().regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/);

export const listDeviceUsageInput = z.object({
  month: monthText.optional(),
  kind: z.enum(deviceKinds).optional(),
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
});

export const listInvoicesInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  state: z.enum(["open", "overdue", "paid"]).optional(),
});

export const invoiceReference = z.object({ id: z.uuid() });
