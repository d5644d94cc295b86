import { checkbox, optionalMultilineText, requiredText, z } from "@/lib/core/validation/problems";

export const createReconnectionLinkInput = z.object({
  deviceId: z.uuid(),
  /** Whether it goes to the end-user by mail, or is shown to be handed on. */
  isMailed: checkbox,
  /** Whether optimization is turned on once the device is connected. */
  startsOptimized: checkbox,
});

export const createOnboardingLinkInput = z.object({ userId: z.uuid(), isMailed: checkbox });

export const connectLinkReference = z.object({ id: z.uuid() });

/** The secret of a link, as it stands in its address. */
export const connectToken = z.string().max(200);

/** A link that has connected a device. */
export const usedLinkInput = z.object({ token: connectToken });

export const beginConnectionInput = z.object({
  token: connectToken,
  manufacturer: z.string().trim().min(1, { error: "required" }).max(100),
});

/** A device and the secret of its authorization URL. */
export const openDeviceInput = z.object({ id: z.uuid(), secret: z.string().max(500) });

export const takeOverInput = z.object({
  token: connectToken,
  attempt: z.uuid(),
  /** Serial numbers, apart by lines. */
  devices: optionalMultilineText(20_000)
    .transform((text) => text?.split(/[\t\n\v\f\r\u0085\u2028\u2029]+/).filter(Boolean) ?? [])
    .refine((serials) => serials.length > 0, { error: "choice" }),
});

export const endConnectionInput = z.object({ id: z.uuid(), reason: requiredText(300) });
