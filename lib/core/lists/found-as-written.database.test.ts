import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import type { Member } from "../access/actor";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;

/** People as files and forms have them; `key` begins their address. */
const people = [
  { key: "umlaut", firstName: "Jürgen", lastName: "Müllerschön", phone: "0664 1000010" },
  { key: "spelled", firstName: "Juergen", lastName: "Muellerschoen", phone: "+436601112223" },
  { key: "serbian", firstName: "Milica", lastName: "Đorđević", phone: "+43 660 7086797" },
  { key: "nordic", firstName: "Øyvind", lastName: "Sæther-Åsgård", phone: "0660/4445556" },
  { key: "polish", firstName: "Łukasz", lastName: "Wałęsa", phone: "(01) 234 56 78" },
  { key: "turkish", firstName: "Işıl", lastName: "Yıldız", phone: "+49 30 901820" },
  { key: "irish", firstName: "Síle", lastName: "O’Brien", externalUserId: "K-2024/117" },
  { key: "street", lastName: "Langweg", streetAndNumber: "Kärntner Straße 12", town: "Graz" },
  { key: "ring", lastName: "Kurzmann", streetAndNumber: "Ringstraße 44", town: "St. Pölten" },
  { key: "short", lastName: "Eckhaus", streetAndNumber: "Muellerstr. 7", town: "Sankt Veit" },
  { key: "eszett", firstName: "Anna", lastName: "Großmann", streetAndNumber: "Am Anger 3" },
] as const;

beforeAll(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
  for (const { key, ...person } of people) {
    await createEndUser(agent, { email: `${key}@home.example`, country: "", ...person });
  }
});

async function keysFoundBy(search: string): Promise<string[]> {
  const { rows } = await listEndUsers(agent, { search, size: 100 });
  return rows.map(({ email }) => email?.split("@")[0] ?? "").sort();
}

it.each([
  ["Müllerschön", ["spelled", "umlaut"]],
  ["muellerschoen", ["spelled", "umlaut"]],
  ["Mullerschon", ["spelled", "umlaut"]],
  ["Muellerschön", ["spelled", "umlaut"]],
  ["MÜLLERSCHÖN, JÜRGEN", ["spelled", "umlaut"]],
  ["Müllerschön,Juergen", ["spelled", "umlaut"]],
  ["muellersch", ["spelled", "umlaut"]],
  ["llerschoen", ["spelled", "umlaut"]],
  ["Jürgen Müllerschön <umlaut@home.example>", ["umlaut"]],
  ["<spelled@home.example>", ["spelled"]],
  ["Đorđević", ["serbian"]],
  ["Dordevic", ["serbian"]],
  ["djordjevic", ["serbian"]],
  ["Øyvind Sæther‑Åsgård", ["nordic"]],
  ["Oyvind Saether Asgard", ["nordic"]],
  ["oeyvind", ["nordic"]],
  ["Saether-Aasgaard", ["nordic"]],
  ["Lukasz Walesa", ["polish"]],
  ["Łukasz Wałęsa", ["polish"]],
  ["Isil Yildiz", ["turkish"]],
  ["IŞIL YILDIZ", ["turkish"]],
  ["O'Brien", ["irish"]],
  ["O´Brien", ["irish"]],
  ["o`brien", ["irish"]],
  ["OBrien", ["irish"]],
  ["O Brien", ["irish"]],
  ["Síle\u00a0O’Brien", ["irish"]],
  ["K–2024/117", ["irish"]],
  ["K2024/117", ["irish"]],
  ["Kärntner Str. 12", ["street"]],
  ["Kaerntner Strasse 12", ["street"]],
  ["Kärntnerstr. 12, Graz", ["street"]],
  ["ringstr. 44", ["ring"]],
  ["Ringstr 44", ["ring"]],
  ["ringstr.44", ["ring"]],
  ["RINGSTRASSE 44", ["ring"]],
  ["Ring-Straße 44", ["ring"]],
  ["Sankt Pölten", ["ring"]],
  ["St. Poelten", ["ring"]],
  ["St. Veit", ["short"]],
  ["St.Veit", ["short"]],
  ["Müllerstraße 7", ["short"]],
  ["Müller Straße 7", ["short"]],
  ["Grossmann", ["eszett"]],
  ["GROẞMANN", ["eszett"]],
])("finds by %j those who are meant", async (search, keys) => {
  expect(await keysFoundBy(search)).toEqual([...keys].sort());
});

it.each([
  ["serbian", "6607086797", ["+43 660 7086797", "0660 7086797", "0660/7086797"]],
  ["serbian", "6607086797", ["0043 660 7086797", "(0660) 708 67 97", "+43 (0) 660 7086797"]],
  ["serbian", "6607086797", ["06607086797", "+436607086797", "7086797", "0660-708-6797"]],
  ["serbian", "6607086797", ["0660 7086", "+43 660 7086", "Đorđević 0660 7086797"]],
  ["umlaut", "6641000010", ["+436641000010", "0664 1000010", "0664/100 00 10", "00436641000010"]],
  ["spelled", "6601112223", ["0660 1112223", "+43 660 1112223", "0660 111 22 23"]],
  ["nordic", "6604445556", ["+436604445556", "0660 444 55 56"]],
  ["polish", "12345678", ["+4312345678", "01 2345678", "+43 (1) 234 56-78"]],
  ["turkish", "30901820", ["+4930901820", "0049 30 901820", "+49 (0)30 901820"]],
])("finds %s by the telephone number %s as it is written: %j", async (key, _, spellings) => {
  for (const search of spellings) expect(await keysFoundBy(search), search).toEqual([key]);
});

const separator = fc.constantFrom("", " ", "-", "/", ".", "\u00a0", " / ");
const writtenNumber = fc
  .record({
    prefix: fc.constantFrom("0", "+43 ", "+43", "0043 ", "0043", "(0", "+43 (0) "),
    separators: fc.array(separator, { minLength: 9, maxLength: 9 }),
  })
  .map(({ prefix, separators }) => {
    const digits = [..."6607086797"].map(
      (digit, at) =>
        digit + (prefix === "(0" && at === 2 ? ")" : "") + (at > 1 ? (separators[at] ?? "") : ""),
    );
    return prefix + digits.join("");
  });

it("finds a telephone number however it is grouped", async () => {
  await fc.assert(
    fc.asyncProperty(writtenNumber, async (search) => {
      expect(await keysFoundBy(search), search).toEqual(["serbian"]);
    }),
    { numRuns: 60 },
  );
});

it("finds records that an earlier release stored, by the spelling that they were stored in", async () => {
  const other = await createOrganization(tables);
  const { id } = other.endUser;
  await client.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`update users set first_name = 'Jürgen', last_name = 'Muellerschoen', phone = '0664 1000010',
      search_text = 'jurgen muellerschoen 06641000010', search_version = null,
      search_lexemes = array_to_tsvector(array['jurgen', 'muellerschoen', '06641000010'])
      where id = ${id}`;
  });
  for (const search of ["Muellerschoen", "jürgen", "0664 1000010", "+436641000010"]) {
    const { rows } = await listEndUsers(actorOf(other.staff) as Member, { search });
    expect(
      rows.map((row) => row.id),
      search,
    ).toEqual([id]);
  }
});

it("keeps what people are found by while they change", async () => {
  const [person] = await tables
    .select({ text: users.searchText, version: users.searchVersion })
    .from(users)
    .limit(1);
  expect(person?.text).not.toBe("");
  expect(person?.version).toBe(1);
});
