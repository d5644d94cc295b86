import { checkbox, z } from "@/lib/core/validation/problems";
import { contrastWithWhite, minContrast } from "./accent-color";

const color = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => text === "" || /^#[0-9a-f]{6}$/.test(text), { error: "color" })
  .refine((text) => text === "" || contrastWithWhite(text) >= minContrast, {
    error: "colorTooLight",
  })
  .transform((text) => (text === "" ? null : text));

export const brandingForm = z.object({ accentColor: color, removesLogo: checkbox });

export const updateBrandingInput = brandingForm.extend({
  /** A new logo, prepared by us. */
  logo: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array).optional(),
});
