import { expect, it } from "vitest";
import { z } from "../validation/problems";
import { anyPageSize, chosenIds, listInput } from "./list-input";

const sizeOf = (size: unknown) => z.object({ size: listInput.size }).safeParse({ size });

it("pages have 25 rows unless another offered size is asked for", () => {
  expect(sizeOf(undefined).data).toEqual({ size: 25 });
  for (const size of ["25", "50", "100", "200"]) {
    expect(sizeOf(size).data).toEqual({ size: Number(size) });
  }
});

it.each(["0", "26", "201", "1000000", "NaN", "25.5"])("refuses pages of %s rows", (size) => {
  expect(sizeOf(size).success).toBe(false);
});

it("chooses as many records as the largest page has", () => {
  const ids = (count: number) =>
    Array.from({ length: count }, () => "0190f0a0-0000-7000-8000-000000000000").join(",");
  expect(chosenIds.safeParse(ids(200)).success).toBe(true);
  expect(chosenIds.safeParse(ids(201)).success).toBe(false);
});

it("gives API clients pages of at most 100", () => {
  expect(anyPageSize.safeParse(100).success).toBe(true);
  expect(anyPageSize.safeParse(101).success).toBe(false);
});
