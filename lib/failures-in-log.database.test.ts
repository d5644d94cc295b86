import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { commandExamples, rolesFor, setUpExample } from "@/testing/parallel-commands";
import { hashPassword } from "./auth/password-hash";
import { log } from "./log";
import { redactError } from "./redact";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const password = "known to the test";
let passwordHash: string;
const lines: string[] = [];

/** Every table of an organization refuses each row with an error that quotes it, once that is switched on. */
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  await owner.client.unsafe(`
    create table failing (is_on boolean not null);
    insert into failing values (false);
    create function fail_with_row() returns trigger language plpgsql security definer as $$
    begin
      if (select is_on from public.failing) then
        raise exception 'refused: %', coalesce(new, old)::text
          using detail = coalesce(new, old)::text, hint = coalesce(new, old)::text;
      end if;
      return coalesce(new, old);
    end $$;
    do $$ declare name text; begin
      for name in
        select quote_ident(relname) from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and relrowsecurity and not relispartition
      loop
        execute format('create trigger fails before insert or update or delete on %s
          for each row execute function fail_with_row()', name);
      end loop;
    end $$;`);
  const note = (fields: unknown, message?: string) => {
    const shown =
      typeof fields === "object" && fields !== null
        ? Object.entries(fields).map(([key, value]) =>
            key === "err" ? redactError(value) : { [key]: value },
          )
        : fields;
    lines.push(JSON.stringify([shown, message]));
  };
  for (const level of ["debug", "info", "warn", "error", "fatal"] as const) {
    vi.spyOn(log, level).mockImplementation(note);
  }
});
afterEach(() => setFailing(false));
afterAll(() => owner.client.end());

const setFailing = (isOn: boolean) => owner.client`update failing set is_on = ${isOn}`;

/** Texts of an input that could only come from it: addresses, sentences, tokens. */
function personalTexts(value: unknown): string[] {
  if (typeof value === "string") {
    const isId = /^[0-9a-f-]{36}$/.test(value);
    return !isId && (/[@ ]/.test(value) || value.length > 30) ? [value] : [];
  }
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(personalTexts)
    : [];
}

let failures = 0;

it.each(commandExamples())("logs nothing that a failing $name was about", async (example) => {
  const organization = await createOrganization(owner.tables, passwordHash);
  const [role] = rolesFor(example);
  if (!role) throw new Error(`No role may ${example.name}.`);
  lines.length = 0;
  const seeded = [organization.mark, password, passwordHash];
  const input: typeof example.example.input = async (...subject) => {
    const made = await example.example.input(...subject);
    seeded.push(...personalTexts(made));
    await setFailing(true);
    return made;
  };
  const failing = { ...example, example: { ...example.example, input } };
  const run = await setUpExample(failing, role, organization, owner.tables);
  const [outcome] = await run(1);
  if (outcome?.status === "rejected") {
    failures += 1;
    lines.push(JSON.stringify(redactError(outcome.reason)));
  }
  const output = lines.join("\n");
  expect(lines.length).toBeGreaterThan(0);
  expect(seeded.filter((text) => output.includes(text))).toEqual([]);
});

it("made nearly every command fail", () => {
  expect(failures).toBeGreaterThan(commandExamples().length * 0.8);
});
