type TeamMember = {
  organization: "production" | "sandbox";
  email: string;
  firstName: string;
  lastName: string;
  role: "admin" | "staff";
  state: "active" | "suspended" | "invited" | "expired";
  reason: string;
  /** Has joined, but left the last steps of onboarding open. */
  isStuck?: boolean;
};

/** The ten people of the demo, in every state that a member can be in. */
export const demoTeam: TeamMember[] = [
  {
    organization: "production",
    email: "admin@demo.example",
    firstName: "Clara",
    lastName: "Hofstätter",
    role: "admin",
    state: "active",
    reason: "Head of customer operations",
  },
  {
    organization: "production",
    email: "staff@demo.example",
    firstName: "Samuel",
    lastName: "Okafor",
    role: "staff",
    state: "active",
    reason: "Phone support",
  },
  {
    organization: "production",
    email: "ines.brandt@demo.example",
    firstName: "Ines",
    lastName: "Brandt",
    role: "admin",
    state: "active",
    reason: "Builds the integration with our app",
  },
  {
    organization: "production",
    email: "lea.winter@demo.example",
    firstName: "Lea",
    lastName: "Winter",
    role: "staff",
    state: "active",
    reason: "Heat pump support",
  },
  {
    organization: "production",
    email: "noah.egger@demo.example",
    firstName: "Noah",
    lastName: "Egger",
    role: "staff",
    state: "active",
    reason: "Evening shift",
    isStuck: true,
  },
  {
    organization: "production",
    email: "mia.thaler@demo.example",
    firstName: "Mia",
    lastName: "Thaler",
    role: "staff",
    state: "suspended",
    reason: "Parental leave cover",
  },
  {
    organization: "production",
    email: "ben.kraus@demo.example",
    firstName: "Ben",
    lastName: "Kraus",
    role: "staff",
    state: "invited",
    reason: "Starts in support next week",
  },
  {
    organization: "production",
    email: "emil.sommer@demo.example",
    firstName: "Emil",
    lastName: "Sommer",
    role: "staff",
    state: "expired",
    reason: "Seasonal phone support",
  },
  {
    organization: "sandbox",
    email: "ines.brandt@demo.example",
    firstName: "Ines",
    lastName: "Brandt",
    role: "admin",
    state: "active",
    reason: "Tests new features before release",
  },
  {
    organization: "sandbox",
    email: "pia.lorenz@demo.example",
    firstName: "Pia",
    lastName: "Lorenz",
    role: "staff",
    state: "active",
    reason: "Tests support procedures",
  },
];
