import { runEndToEndTests } from "./end-to-end";
import { writeMeasuredTable } from "./measured-tables";
import { reportingFailure } from "./reporting-failure";

/** Counts what a person clicks, fills and chooses in six journeys, into docs/usability.md. */
await reportingFailure(async () => {
  process.exitCode = await runEndToEndTests(
    ["--workers=1", ...process.argv.slice(2)],
    ["interactions"],
  );
  writeMeasuredTable("usability.md", "interactions", [
    { name: "Journey", key: "name" },
    { name: "Starts at", key: "start" },
    { name: "Interactions", key: "count", isNumber: true },
    { name: "Goal", key: "goal", isNumber: true },
  ]);
});
