import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";

const hour = 3_600_000;

type Told = {
  subject: string;
  priority: "low" | "normal" | "high" | "urgent";
  state: "open" | "waiting" | "solved";
  hoursAgo: number;
  note: string;
  answer?: string;
};

const told: Told[] = [
  {
    subject: "Heat pump runs at night although prices are high",
    priority: "high",
    state: "open",
    hoursAgo: 3,
    note: "Called this morning. Optimisation is on, but a minimum temperature of 23 °C is set.",
  },
  {
    subject: "Car was not full in the morning",
    priority: "normal",
    state: "waiting",
    hoursAgo: 22,
    note: "Charge policy says 80 % by 07:00; the manufacturer stopped it at 60 %.",
    answer:
      "Dear customer,\n\nyour car ended charging by itself at 60 %. Please look in the manufacturer's app whether a limit is set there.",
  },
  {
    subject: "Inverter shows nothing since the router was replaced",
    priority: "normal",
    state: "open",
    hoursAgo: 30,
    note: "Has no network. Customer connects it to the new Wi-Fi at the weekend.",
  },
  {
    subject: "Wants to know what the optimisation saved last month",
    priority: "low",
    state: "solved",
    hoursAgo: 96,
    note: "Asked by e-mail.",
    answer: "Dear customer,\n\nyou find it on your own page, below your devices.",
  },
];

/** Gives the demo's support team something to do. */
export async function seedDemoCases(databaseUrl: string): Promise<void> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [staff] = await client<{ organization_id: string; id: string; name: string }[]>`
      select organization_id, id, coalesce(first_name || ' ' || last_name, email) as name from users
      where email = 'staff@demo.example' order by created_at limit 1`;
    if (!staff) return;
    const customers = await client<{ user_id: string }[]>`
      select user_id from devices where organization_id = ${staff.organization_id} and deleted_at is null
      order by id limit ${told.length}`;
    for (const [index, one] of told.entries()) {
      const customer = customers[index]?.user_id ?? null;
      await addCase(client, staff, { ...one, number: told.length - index, customer });
    }
    await client`
      insert into answer_templates (organization_id, id, name, body)
      values (${staff.organization_id}, ${uuidv7()}, 'A new link is on its way',
        ${"Dear customer,\n\nwe have sent you a link with which you connect your device again. It takes about two minutes."})`;
  } finally {
    await client.end();
  }
}

type Staff = { organization_id: string; id: string; name: string };

async function addCase(
  client: postgres.Sql,
  staff: Staff,
  one: Told & { number: number; customer: string | null },
): Promise<void> {
  const id = uuidv7();
  const at = new Date(Date.now() - one.hoursAgo * hour);
  const later = new Date(at.getTime() + 1.5 * hour);
  await client`
    insert into cases (organization_id, id, number, subject, state, priority, user_id, assignee_id, created_by,
      created_by_name, created_at, first_answered_at, solved_at)
    values (${staff.organization_id}, ${id}, ${one.number}, ${one.subject}, ${one.state}, ${one.priority}, ${one.customer},
      ${staff.id}, ${staff.id}, ${staff.name}, ${at}, ${one.answer ? later : null}, ${one.state === "solved" ? later : null})`;
  const entries = [
    { kind: "note", body: one.note, at },
    ...(one.answer ? [{ kind: "answer", body: one.answer, at: later }] : []),
  ];
  for (const entry of entries) {
    await client`
      insert into case_entries (organization_id, id, case_id, kind, body, author_id, author_name, created_at)
      values (${staff.organization_id}, ${uuidv7()}, ${id}, ${entry.kind}, ${entry.body}, ${staff.id}, ${staff.name}, ${entry.at})`;
  }
}
