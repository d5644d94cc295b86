import type {
  buildings,
  chargePolicies,
  devices,
  energyContracts,
  manufacturerAccounts,
  manufacturerHealth,
  users,
} from "@/db/schema";
import type { Incident } from "@/lib/devices/incidents/list-incidents";

/** All that the checks of an end-user look at. */
export type PersonFacts = {
  now: Date;
  user: Pick<typeof users.$inferSelect, "status" | "archivedAt" | "email">;
  buildings: Pick<
    typeof buildings.$inferSelect,
    "id" | "name" | "zipCode" | "country" | "latitude" | "longitude"
  >[];
  contracts: Pick<
    typeof energyContracts.$inferSelect,
    "id" | "buildingId" | "validFrom" | "validUntil" | "energyContractType"
  >[];
  /** Today, on the organization's calendar. */
  today: string;
  /** When the latest of their mails came back, if it did. */
  bouncedAt: Date | undefined;
};

/** All that the checks of a device look at. */
export type DeviceFacts = {
  now: Date;
  staleAfterMinutes: number;
  device: typeof devices.$inferSelect;
  kindDetails: Record<string, unknown>;
  account:
    | Pick<
        typeof manufacturerAccounts.$inferSelect,
        "state" | "tokenExpiresAt" | "lastReadAt" | "failures" | "lastProblem"
      >
    | undefined;
  health:
    | Pick<typeof manufacturerHealth.$inferSelect, "failingSince" | "lastProblem" | "answeredShare">
    | undefined;
  incident: Pick<Incident, "startedAt" | "stillAffected"> | undefined;
  policy: Pick<typeof chargePolicies.$inferSelect, "days"> | undefined;
};
