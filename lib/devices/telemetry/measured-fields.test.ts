import { expect, it } from "vitest";
import { deviceKinds } from "../devices/device-kinds";
import { deviceState, measuresByKind, measuresOf } from "./device-reports";
import { listMeasuredFields } from "./measured-fields";

it.each(deviceKinds)("names every measure of a %s by the field that reports it", (kind) => {
  const fields = listMeasuredFields(kind);
  expect(fields.map(({ measure }) => measure).sort()).toEqual([...measuresByKind[kind]].sort());
  for (const { name, measure } of fields) {
    const state = deviceState.parse({ kind, [name]: 42 });
    expect([name, measuresOf(state)[measure]]).toEqual([name, 42]);
  }
});
