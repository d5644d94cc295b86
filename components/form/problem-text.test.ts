import { createFormatter, createTranslator } from "next-intl";
import { expect, it } from "vitest";
import german from "@/messages/de";
import { problemText } from "./problem-text";

const t = createTranslator({ locale: "de", messages: german, namespace: "problems" });
const format = createFormatter({ locale: "de", timeZone: "UTC" });

it.each([
  ["tooSmall:0.1", "Geben Sie 0,1 oder mehr ein."],
  ["csvTooLong:200000", "Die Datei hat mehr als 200.000 Zeilen."],
  ["serialTaken:007.50", "Ein anderes Gerät dieses Herstellers hat diese Seriennummer: 007.50."],
  ["serialTaken:a:b", "Ein anderes Gerät dieses Herstellers hat diese Seriennummer: a:b."],
])("says %s in German as %s", (problem, text) => {
  expect(problemText(t, format, problem)).toBe(text);
});

it("says of an unknown problem that the value is none", () => {
  expect(problemText(t, format, "toString")).toBe(t("format"));
});
