import { expect, it } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { readEmployeeList } from "./read-employee-list";

const read = (text: string) => readEmployeeList(Buffer.from(text)).employees;

it.each([
  ["commas", "external_user_id,email,name\n7,A@x.example,Ada L\n"],
  ["semicolons and a mark of order", "\uFEFFPersonalnummer;E-Mail;Name\r\n7;a@x.example;Ada L\r\n"],
  ["tabs and quotes", 'Employee ID\tWork e-mail\tFull name\n"7"\ta@x.example\t"Ada L"\n\n'],
  ["names in two columns", "staff number,mail,first name,last name\n7,a@x.example,Ada,L\n"],
])("reads a list with %s", (_, text) => {
  expect(read(text)).toEqual([{ externalUserId: "7", email: "a@x.example", name: "Ada L" }]);
});

it("leaves out rows by which nobody can be known", () => {
  expect(read("email,name\n,Nobody\nb@x.example,Bo\n")).toHaveLength(1);
});

it("says what is wrong with a list", () => {
  expect(() => read("colour,size\nred,1\n")).toThrow(new Invalid({ employees: "csvColumns" }));
  expect(() => read('email\n"open\n')).toThrow(Invalid);
  expect(() => read("")).toThrow(new Invalid({ employees: "csvColumns" }));
});

it("reads names with a comma in a file with semicolons, in Windows-1252 and below a title", () => {
  const text = [
    "Personalliste Stand 28.11.2026;;",
    "Pers.-Nr.;Mitarbeiter;E-Mail (dienstlich)",
    '="0012";Hofstätter, Clara;clara@utility.example',
    "0013;Müller, Jürgen;JUERGEN@utility.example",
  ].join("\r\n");
  expect(readEmployeeList(Buffer.from(text, "latin1"))).toEqual({
    employees: [
      { externalUserId: "0012", email: "clara@utility.example", name: "Hofstätter, Clara" },
      { externalUserId: "0013", email: "juergen@utility.example", name: "Müller, Jürgen" },
    ],
    faultyLines: [],
  });
});

it("names lines that are not as the others", () => {
  const list = readEmployeeList(
    Buffer.from("email,name\na@x.example,Hofstätter, Clara\nb@x.example,B\n"),
  );
  expect(list.faultyLines).toEqual([2]);
  expect(list.employees).toHaveLength(2);
});
