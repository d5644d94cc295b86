import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { projectFolder } from "./configuration";
import { runEndToEndTests } from "./end-to-end";
import { reportingFailure } from "./reporting-failure";

const pictures = path.join(projectFolder, "e2e", "visual", "pictures");

/**
 * Compares pictures of the key pages with those in e2e/visual/pictures. `npm run test:visual -- --update-snapshots`
 * takes them again.
 */
await reportingFailure(async () => {
  const parameters = process.argv.slice(2);
  process.exitCode = await runEndToEndTests(parameters, ["visual"]);
  if (parameters.some((parameter) => parameter.startsWith("--update-snapshots"))) {
    await shrinkPictures();
  }
});

/** Stores the pictures with a palette of 256 colours: a third of the size, and less than a comparison sees. */
async function shrinkPictures(): Promise<void> {
  for (const name of readdirSync(pictures)) {
    const file = path.join(pictures, name);
    const whole = readFileSync(file);
    const small = await sharp(whole).png({ palette: true, colours: 256, effort: 10 }).toBuffer();
    if (small.length < whole.length) writeFileSync(file, small);
  }
}
