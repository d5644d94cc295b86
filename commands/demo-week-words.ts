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
    note: "Asked by e-mail.",
    answer:
      "Dear customer,\n\nyou find what your devices have used on your own page, below your devices.",
    isSolved: true,
  },
  {
    who: "lea",
    subject: "Hot water is not warm enough in the evening",
    priority: "normal",
    hoursAgo: 52,
    note: "Four people since the summer. The boiler is heated between 12:00 and 14:00 alone.",
    answer:
      "Dear customer,\n\nwe have set your hot water to 50 °C from today on. Please tell us in a week whether that is enough.",
    isSolved: true,
  },
  {
    who: "samuel",
    subject: "Inverter shows nothing since the router was replaced",
    priority: "normal",
    hoursAgo: 30,
    note: "Has no network. Customer connects it to the new Wi-Fi at the weekend.",
  },
  {
    who: "samuel",
    subject: "Car was not full in the morning",
    priority: "normal",
    hoursAgo: 23,
    note: "Charge policy says 80 % by 07:00; the manufacturer stopped it at 60 %.",
    answer:
      "Dear customer,\n\nyour car stopped charging at 60 %. Please look in the manufacturer's app whether a limit is set there.",
  },
  {
    who: "samuel",
    subject: "Heat pump runs at night although prices are high",
    priority: "high",
    hoursAgo: 4,
    note: "Called this morning. Optimisation is on, but a minimum temperature of 23 °C is set.",
    question: "Does the lowest room temperature come before the price? It looks like that here.",
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
    note: "Moves out at the end of the year. The next tenant keeps the contract.",
    tag: "moves",
  },
  { who: "samuel", hoursAgo: 122, note: "Best reached after five.", phone: "+43 664 5550143" },
  {
    who: "samuel",
    hoursAgo: 100,
    note: "Asked whether a second car can be added. Explained how; will do it alone.",
  },
  {
    who: "lea",
    hoursAgo: 96,
    note: "Takes part in the winter trial: room temperature may fall by one degree in the evening peak.",
    tag: "winter trial",
  },
  {
    who: "lea",
    hoursAgo: 77,
    note: "Wants to take part in the winter trial too.",
    tag: "winter trial",
    phone: "+49 151 55501872",
  },
  { who: "samuel", hoursAgo: 54, note: "New router; the heat pump was back after a restart." },
  {
    who: "samuel",
    hoursAgo: 28,
    note: "Speaks Italian only. Giulia of the evening shift can help.",
    tag: "italian",
  },
  {
    who: "lea",
    hoursAgo: 6,
    note: "Was sent a link twice and had overlooked both. Connected again.",
  },
  { who: "samuel", hoursAgo: 2, note: "Asked for the address of data protection. Told them." },
];

export const answers = [
  {
    name: "A new link is on its way",
    body: "Dear customer,\n\nwe have sent you a link with which you connect your device again. It takes about two minutes.",
  },
  {
    name: "Where to see what was used",
    body: "Dear customer,\n\nyou find what your devices have used on your own page, below your devices.",
  },
];

export const handbookEntry = {
  title: "No heat in winter",
  category: "escalation",
  audience: "team",
  isRequired: false,
  body: `When a home stays cold, the optimisation is not what matters first.

1. **Pause the optimisation** of the heat pump for 24 hours.
2. Run the diagnosis. If the manufacturer is in trouble, say so and note it in a case.
3. Otherwise give the customer the number of the installer, who comes within four hours:
   +43 1 555 0199, day and night.
4. Open a case with priority *urgent* and assign it to Lea Winter.

Children, the sick and the old come first.`,
} as const;
