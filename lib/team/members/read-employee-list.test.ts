import { expect, it } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { readEmployeeList } from "./read-employee-list";

it.each([
  ["commas", "external_user_id,email,name\n7,A@x.example,Ada L\n"],
  ["semicolons and a mark of order", "\uFEFFPersonalnummer;E-Mail;Name\r\n7;a@x.example;Ada L\r\n"],
  ["tabs and quotes", 'Employee ID\tWork e-mail\tFull name\n"7"\ta@x.example\t"Ada L"\n\n'],
  ["names in two columns", "staff number,mail,first name,last name\n7,a@x.example,Ada,L\n"],
])("reads a list with %s", (_, text) => {
  expect(readEmployeeList(text)).toEqual([
    { externalUserId: "7", email: "a@x.example", name: "Ada L" },
  ]);
});

it("leaves out rows by which nobody can be known", () => {
  expect(readEmployeeList("email,name\n,Nobody\nb@x.example,Bo\n")).toHaveLength(1);
});

it("says what is wrong with a list", () => {
  expect(() => readEmployeeList("colour,size\nred,1\n")).toThrow(
    new Invalid({ employees: "csvColumns" }),
  );
  expect(() => readEmployeeList('email\n"open\n')).toThrow(Invalid);
  expect(() => readEmployeeList("")).toThrow(new Invalid({ employees: "csvColumns" }));
});
