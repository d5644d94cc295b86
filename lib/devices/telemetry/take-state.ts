import type { DroppedValue } from "@/db/schema";
import { quantityOf } from "../fields/device-field";
import { fieldsOfKind } from "../fields/fields-of-kinds";
import { plausibleRanges, type Quantity } from "../fields/quantities";
import { type DeviceState, deviceState } from "./device-reports";

/** What is kept of a value that was left out. */
const MAX_SHOWN_CHARACTERS = 40;

export type TakenState = { state: DeviceState; dropped: DroppedValue[] };

/**
 * Takes what makes sense of what a device said: numbers are rounded where they have to be whole, sensor noise is taken
 * as the limit, and what cannot be is left out with a reason. One wrong value never spoils the others.
 * @param said values by the names of `deviceState`; null and undefined say nothing
 */
export function takeState(kind: DeviceState["kind"], said: Record<string, unknown>): TakenState {
  const present = Object.entries(said).filter(
    ([field, value]) => field !== "kind" && value !== null && value !== undefined,
  );
  const taken = present.map(([field, value]) => [field, takeValue(kind, field, value)] as const);
  const good = taken.flatMap(([field, one]) => ("value" in one ? [[field, one.value]] : []));
  return {
    state: deviceState.parse({ kind, ...Object.fromEntries(good) }),
    dropped: taken.flatMap(([field, one]) =>
      "reason" in one ? [{ field, value: shown(said[field]), reason: one.reason }] : [],
    ),
  };
}

type Taken = { value: unknown } | { reason: DroppedValue["reason"] };

function takeValue(kind: DeviceState["kind"], field: string, value: unknown): Taken {
  const isRight = (candidate: unknown) =>
    deviceState.safeParse({ kind, [field]: candidate }).success;
  if (isRight(value)) return { value };
  const quantity = quantityOf(fieldsOfKind[kind], field);
  if (typeof value !== "number" || !quantity) return { reason: "wrongType" };
  const clamped = clamp(quantity, value);
  if (clamped === undefined) return { reason: "outOfRange" };
  const candidate = [clamped, Math.round(clamped)].find(isRight);
  return candidate === undefined ? { reason: "wrongType" } : { value: candidate };
}

function clamp(quantity: Quantity, value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const { min, max, noise } = plausibleRanges[quantity];
  if (value < min - noise || value > max + noise) return undefined;
  return Math.min(Math.max(value, min), max);
}

const shown = (value: unknown) => (JSON.stringify(value) ?? "").slice(0, MAX_SHOWN_CHARACTERS);
