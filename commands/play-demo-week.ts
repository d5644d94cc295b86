import { demoOrganizations } from "../db/seed/seed-demo";
import { playDemoWeek } from "./demo-week";

// A separate program: use-cases take their database and their keys from the environment.
await playDemoWeek(demoOrganizations.production);
process.send?.("played");
process.exit(0);
