import { runEndToEndTests } from "./end-to-end";
import { writeMeasuredTable } from "./measured-tables";
import { reportingFailure } from "./reporting-failure";

/** Measures how quick pages are in Chromium on a slowed processor, into docs/performance.md. */
await reportingFailure(async () => {
  process.exitCode = await runEndToEndTests(
    ["--workers=1", ...process.argv.slice(2)],
    ["web-vitals"],
  );
  writeMeasuredTable("performance.md", "web-vitals", [
    { name: "Page", key: "name" },
    { name: "LCP ms", key: "lcp", isNumber: true },
    { name: "CLS", key: "cls", isNumber: true },
    { name: "INP ms", key: "inp", isNumber: true },
  ]);
});
