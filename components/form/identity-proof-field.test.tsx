import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { FormProvider, useForm } from "react-hook-form";
import { expect, it } from "vitest";
import english from "@/messages/en";
import type { FormState } from "./form-state";
import { FormStatus } from "./form-status";
import { IdentityProofField } from "./identity-proof-field";

type Props = { state: FormState; expected?: { asks: "code" | "password"; hasPasskey: boolean } };

function SensitiveForm({ state, expected }: Props) {
  return (
    <FormProvider {...useForm()}>
      <FormStatus value={{ state, isPending: false, formId: "f" }}>
        <IdentityProofField expected={expected} />
      </FormStatus>
    </FormProvider>
  );
}

const markup = (props: Props) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={english} timeZone="UTC">
      <SensitiveForm {...props} />
    </NextIntlClientProvider>,
  );

const idle = { status: "idle" } as const;
const refused = {
  status: "identity",
  problem: "identityProof",
  values: {},
  asksIdentity: "code",
  mayUsePasskey: false,
} as const;

it("asks for the expected proof before the form was ever sent", () => {
  const expected = { asks: "password", hasPasskey: false } as const;
  expect(markup({ state: idle, expected })).toContain("Your password");
});

it("asks for nothing until the server does, where nothing is expected", () => {
  expect(markup({ state: idle })).toBe("");
  expect(markup({ state: refused })).toContain("Two-factor code");
});

it("asks for what the server answered rather than for what was expected", () => {
  const expected = { asks: "password", hasPasskey: false } as const;
  const shown = markup({ state: refused, expected });
  expect(shown).toContain("Two-factor code");
  expect(shown).not.toContain("Your password");
});
