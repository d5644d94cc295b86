import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { FormProvider, useForm } from "react-hook-form";
import { expect, it } from "vitest";
import german from "@/messages/de";
import english from "@/messages/en";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./fields";
import { FormStatus } from "./form-status";

function FailedForm() {
  const form = useForm();
  const fields = { name: "required", email: "email" };
  return (
    <FormProvider {...form}>
      <FormStatus
        value={{ state: { status: "invalid", fields, values: {} }, isPending: false, formId: "f" }}
      >
        <ErrorSummary ref={null} />
        <TextField name="name" label="Name" />
        <TextField name="email" label="E-Mail" isOptional />
        <TextField name="password" label="Password" type="password" />
      </FormStatus>
    </FormProvider>
  );
}

const markup = (locale: "en" | "de") =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={locale === "en" ? english : german}
      timeZone="UTC"
    >
      <FailedForm />
    </NextIntlClientProvider>,
  );

it("names an empty field in its problem, and keeps other problems as they are", () => {
  expect(markup("en")).toContain(">Name is required.</p>");
  expect(markup("de")).toContain(">Name ist erforderlich.</p>");
  expect(markup("en")).toContain(">Enter an email like name@company.com.</p>");
});

it("counts the faulty fields and links each of them without JavaScript", () => {
  expect(markup("en")).toContain("Fix 2 fields");
  expect(markup("de")).toContain("Bitte prüfen Sie 2 Felder");
  expect(markup("en").match(/href="#f-(name|email)"/g)).toHaveLength(2);
});

it("masks a password, and offers nothing that needs JavaScript before it runs", () => {
  expect(markup("en")).toMatch(/<input[^>]*type="password"[^>]*name="password"/);
  expect(markup("en")).not.toContain("Show password");
});
