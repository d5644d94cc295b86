import { runPortal } from "./portal";
import { reportingFailure } from "./reporting-failure";

await reportingFailure(() =>
  runPortal({ mode: "development", reset: process.argv.includes("--reset") }),
);
