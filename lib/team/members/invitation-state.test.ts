import { expect, it } from "vitest";
import { invitationState } from "./invitation-state";

const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:00:01Z");
const row = { acceptedAt: null, revokedAt: null, expiresAt: later };

it.each([
  [row, "open"],
  [{ ...row, expiresAt: now }, "expired"],
  [{ ...row, revokedAt: now }, "revoked"],
  [{ ...row, acceptedAt: now, expiresAt: now }, "accepted"],
  [{ ...row, revokedAt: now, expiresAt: now }, "revoked"],
])("%j is %s", (invitation, kind) => {
  expect(invitationState(invitation, undefined, now).kind).toBe(kind);
});
