import { redirect } from "next/navigation";
import { expect, it, vi } from "vitest";
import type { Actor } from "@/lib/core/access/actor";
import { Conflict, Invalid, StepUpRequired } from "@/lib/core/errors";
import { formAction } from "./form-action";

const baseUrl = "https://wattdesk.example";
let origin = baseUrl;

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "wattdesk.example", origin }),
}));
vi.mock("@/lib/core/env", () => ({ environment: () => ({ BASE_URL: baseUrl }) }));
vi.mock("./viewer", () => ({
  requireMember: async () => ({ actor: { kind: "member", userId: "of the session" } }),
  requireViewer: async () => ({ actor: { kind: "end-user", userId: "of the session" } }),
}));

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** A use-case that only notes what it was called with. */
function notingUseCase(answer: () => Promise<{ id: string }> = async () => ({ id: "new" })) {
  const calls: { actor: Actor; input: unknown }[] = [];
  const from = (actor: Actor, input: unknown) => {
    calls.push({ actor, input });
    return answer();
  };
  return { calls, from };
}

const idle = { status: "idle" } as const;
const refusing = (refusal: Error) => notingUseCase(() => Promise.reject(refusal));

it("hands the session's member and the form's fields to the use-case", async () => {
  const useCase = notingUseCase();
  const form = formOf({ name: "Anna", userId: "of the form", $ACTION_KEY: "k" });
  await formAction(useCase, () => undefined)(idle, form);
  expect(useCase.calls).toEqual([
    {
      actor: { kind: "member", userId: "of the session", identityProof: undefined },
      input: { name: "Anna", userId: "of the form" },
    },
  ]);
});

it("hands on what was typed to prove identity, and never sends it back", async () => {
  const useCase = refusing(new StepUpRequired("code", true, false));
  const form = formOf({ name: "Anna", password: "secret", identityProof: "123456" });
  const state = await formAction(useCase, () => undefined)(idle, form);
  expect(useCase.calls[0]?.actor).toMatchObject({ identityProof: "123456" });
  expect(state).toEqual({
    status: "identity",
    values: { name: "Anna" },
    problem: "identityProofWrong",
    asksIdentity: "code",
    mayUsePasskey: false,
  });
});

it("shows the form what `after` returns, and follows its redirect", async () => {
  const shown = formAction(notingUseCase(), ({ id }, { values }) => `${id} ${values.name}`);
  expect(await shown(idle, formOf({ name: "Anna" }))).toEqual({
    status: "done",
    result: "new Anna",
  });
  const leading = formAction(notingUseCase(), ({ id }) => redirect(`/users/${id}`));
  await expect(leading(idle, formOf({}))).rejects.toMatchObject({
    digest: expect.stringContaining(";/users/new;"),
  });
});

it("makes the input of the form by its own rule where there is one", async () => {
  const useCase = notingUseCase();
  const action = formAction(useCase, () => undefined, {
    input: ({ actor, form }) => ({ of: actor.userId, ids: form.getAll("id") }),
  });
  const form = formOf({ id: "1" });
  form.append("id", "2");
  await action(idle, form);
  expect(useCase.calls[0]?.input).toEqual({ of: "of the session", ids: ["1", "2"] });
});

it.each([
  [new Invalid({ name: "required" }), { status: "invalid", fields: { name: "required" } }],
  [new Conflict("linkSpent"), { status: "refused", problem: "linkSpent" }],
])("keeps what was typed when it is refused: %s", async (refusal, state) => {
  const action = formAction(refusing(refusal), () => undefined);
  expect(await action(idle, formOf({ name: "Anna" }))).toEqual({
    ...state,
    values: { name: "Anna" },
  });
});

it("calls nothing for a form from elsewhere", async () => {
  origin = "https://evil.example";
  const useCase = notingUseCase();
  await expect(formAction(useCase, () => undefined)(idle, formOf({}))).rejects.toThrow();
  origin = baseUrl;
  expect(useCase.calls).toEqual([]);
});

it("calls nothing for a body that is no form", async () => {
  const useCase = notingUseCase();
  const body = JSON.parse('[["name", "Anna"]]');
  await expect(formAction(useCase, () => undefined)(idle, body)).rejects.toThrow();
  expect(useCase.calls).toEqual([]);
});
