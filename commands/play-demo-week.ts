import { demoOrganizations } from "../db/seed/seed-demo";
import { systemActor } from "../lib/core/access/actor";
import { updateFleetSavings } from "../lib/devices/savings/fleet-savings";
import { playDemoWeek } from "./demo-week";

// A separate program: use-cases take their database and their keys from the environment.
await playDemoWeek(demoOrganizations.production);
await updateFleetSavings(systemActor(demoOrganizations.production, "demo"));
process.send?.("played");
process.exit(0);
