import { beforeEach, expect, it, vi } from "vitest";
import { idleForm } from "@/components/form/form-state";
import { updateBrandingAction } from "./actions";

const seen = vi.hoisted(() => ({
  role: "admin",
  decode: vi.fn(async () => Buffer.from("a small PNG")),
  update: vi.fn(async () => {}),
}));

vi.mock("@/app/_server/viewer", () => ({
  requireMember: async () => ({ actor: { kind: "member", role: seen.role } }),
}));
vi.mock("@/app/_server/submit", () => ({
  submit: (form: FormData, act: (values: object) => unknown) => act(Object.fromEntries(form)),
}));
vi.mock("@/lib/platform/branding/prepare-logo", () => ({ prepareLogo: seen.decode }));
vi.mock("@/lib/platform/branding/branding", () => ({ updateBranding: { from: seen.update } }));
vi.mock("next/navigation", () => ({ redirect: () => undefined }));

beforeEach(() => vi.clearAllMocks());

it.each([
  ["admin", 1],
  ["staff", 0],
])(
  "decodes a picture that is sent by %s %i times, and leaves the answer to the use-case",
  async (role, times) => {
    seen.role = role;
    const form = new FormData();
    form.set("accentColor", "#7a1fa2");
    form.set("logo", new File(["a picture"], "logo.png"));
    await updateBrandingAction(idleForm, form);
    expect(seen.decode).toHaveBeenCalledTimes(times);
    expect(seen.update).toHaveBeenCalledOnce();
  },
);
