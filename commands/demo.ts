import { runPortal } from "./portal";
import { reportingFailure } from "./reporting-failure";

await reportingFailure(() => runPortal({ mode: "demo", reset: process.argv.includes("--reset") }));
