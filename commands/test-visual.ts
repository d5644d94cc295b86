import { runEndToEndTests } from "./end-to-end";
import { reportingFailure } from "./reporting-failure";

/**
 * Compares pictures of the key pages with those in e2e/visual/pictures. `npm run test:visual -- --update-snapshots`
 * takes them again.
 */
await reportingFailure(async () => {
  process.exitCode = await runEndToEndTests(process.argv.slice(2), ["visual"]);
});
