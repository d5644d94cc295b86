import "server-only";
import sharp from "sharp";
import { Invalid } from "@/lib/core/errors";

const maxBytes = 800_000;
const box = { width: 640, height: 160 };

const takenFormats = new Set<string | undefined>(["png", "jpeg", "webp"]);

/**
 * Decodes an uploaded picture and redraws it as a small PNG: everything else in the file is left
 * behind. Formats that are programs, such as SVG, are not taken.
 * @throws Invalid when it is no picture of a known format, or too big
 */
export async function prepareLogo(file: Uint8Array): Promise<Buffer> {
  if (file.length > maxBytes) throw new Invalid({ logo: `fileTooBig:${maxBytes / 1000}` });
  try {
    const picture = sharp(file, { limitInputPixels: 20_000_000, pages: 1 });
    const { format } = await picture.metadata();
    if (!takenFormats.has(format)) throw new Error(`${format} is not taken`);
    return await picture
      .resize({ ...box, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch {
    throw new Invalid({ logo: "picture" });
  }
}
