type Colleague = "samuel" | "lea";

export type DemoCase = {
  who: Colleague;
  subject: string;
  priority: "low" | "normal" | "high" | "urgent";
  hoursAgo: number;
  note: string;
  /** Asked of a colleague. */
  question?: string;
  answer?: string;
  isSolved?: boolean;
};

export const demoCases: DemoCase[] = [
  {
    who: "samuel",
    subject: "Wants to know what the optimisation saved last month",
    priority: "low",
    hoursAgo: 98,
    note: "Asked by email.",
    answer:
      "Hello,\n\nyou can see the consumption of your devices in the portal, below your devices.",
    isSolved: true,
  },
  {
    who: "lea",
    subject: "Hot water is not warm enough in the evening",
    priority: "normal",
    hoursAgo: 52,
    note: "Household of four since the summer. Hot water is only heated between 12:00 and 14:00.",
    answer:
      "Hello,\n\nwe have raised your hot water target to 50 °C. Please let us know in a week if that is warm enough.",
    isSolved: true,
  },
  {
    who: "samuel",
    subject: "No inverter data since the router was replaced",
    priority: "normal",
    hoursAgo: 30,
    note: "Inverter is offline. Customer will connect it to the new Wi-Fi at the weekend.",
  },
  {
    who: "samuel",
    subject: "Car not fully charged in the morning",
    priority: "normal",
    hoursAgo: 23,
    note: "Charging schedule is set to 80 % by 07:00, but the manufacturer stopped at 60 %.",
    answer:
      "Hello,\n\nyour car stopped charging at 60 %. Please check in the manufacturer's app whether a charge limit is set.",
  },
  {
    who: "samuel",
    subject: "Heat pump runs at night although prices are high",
    priority: "high",
    hoursAgo: 4,
    note: "Called this morning. Optimisation is on, but a minimum temperature of 23 °C is set.",
    question: "Does the minimum room temperature take priority over the price? It looks like it.",
  },
];

type Call = {
  who: Colleague;
  hoursAgo: number;
  note: string;
  tag?: string;
  phone?: string;
};

export const calls: Call[] = [
  {
    who: "lea",
    hoursAgo: 143,
    note: "Moving out at the end of the year. The next tenant takes over the contract.",
    tag: "moving",
  },
  { who: "samuel", hoursAgo: 122, note: "Best reached after 5 pm.", phone: "+43 664 5550143" },
  {
    who: "samuel",
    hoursAgo: 100,
    note: "Asked how to add a second car. Explained the steps.",
  },
  {
    who: "lea",
    hoursAgo: 96,
    note: "Joined the winter trial. Room temperature may drop by 1 °C during the evening peak.",
    tag: "winter trial",
  },
  {
    who: "lea",
    hoursAgo: 77,
    note: "Would like to join the winter trial.",
    tag: "winter trial",
    phone: "+49 151 55501872",
  },
  { who: "samuel", hoursAgo: 54, note: "New router. Heat pump back online after a restart." },
  {
    who: "samuel",
    hoursAgo: 28,
    note: "Speaks Italian only. Giulia (evening shift) can help.",
    tag: "italian",
  },
  {
    who: "lea",
    hoursAgo: 6,
    note: "Had missed two reconnection links. Device is connected again.",
  },
  {
    who: "samuel",
    hoursAgo: 2,
    note: "Asked for our data protection contact. Shared the address.",
  },
];

export const answers = [
  {
    name: "Reconnection link sent",
    body: "Hello,\n\nwe have emailed you a link to reconnect your device. It takes about two minutes.",
  },
  {
    name: "Where to find consumption",
    body: "Hello,\n\nyou can see the consumption of your devices in the portal, below your devices.",
  },
];

export const handbookEntry = {
  title: "No heat in winter",
  category: "escalation",
  audience: "team",
  isRequired: false,
  body: `1. **Pause the optimisation** of the heat pump for 24 hours.
2. Run a diagnosis. If there is a manufacturer outage, tell the customer and note it in a case.
3. Otherwise, give the customer the number of the installer on call (24/7, on site within four hours):
   +43 1 555 0199.
4. Create a case with priority *Urgent* and assign it to Lea Winter.

Prioritise households with children, ill or elderly people.`,
} as const;
