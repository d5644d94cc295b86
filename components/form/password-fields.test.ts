import { expect, it } from "vitest";
import { filesWith, listSources } from "@/testing/sources";

const sources = listSources(["app", "components"]);

/** Every field for a password or secret, with its attributes. */
const fields = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/<(?:TextField|input)\b[^<]*?\/>/g)]
    .map(([field]) => ({ file, field, name: /\bname="([^"]*)"/.exec(field)?.[1] ?? "" }))
    .filter(({ name }) => /password|secret|proof/i.test(name)),
);
const namesOf = (found: typeof fields) => found.map(({ file, name }) => `${file}: ${name}`);

it("masks every field for a password or secret", () => {
  expect(namesOf(fields)).toEqual([
    "app/(portal)/settings/connections/enode-forms.tsx: clientSecret",
    "app/(public)/accounts/login/login-form.tsx: password",
    "app/(self)/account/account-forms.tsx: currentPassword",
    "app/api/partners/v2.0/docs/sandbox.tsx: client_secret",
    "components/form/identity-proof-field.tsx: identityProof",
    "components/form/new-password-field.tsx: password",
  ]);
  const masked = /type="password"|type=\{isPassword \? "password" : "text"\}/;
  expect(namesOf(fields.filter(({ field }) => !masked.test(field)))).toEqual([]);
});

it("lets password managers fill in every password", () => {
  const passwords = fields.filter(({ name }) => !/secret/i.test(name));
  const filled =
    /autoComplete=(?:"(?:current|new)-password"|\{isPassword \? "current-password" : "one-time-code"\})/;
  expect(namesOf(passwords.filter(({ field }) => !filled.test(field)))).toEqual([]);
});

it("never hinders pasting", () => {
  expect(filesWith(/\bonPaste\b|"paste"|\bonBeforeInput\b/, sources)).toEqual([]);
});
