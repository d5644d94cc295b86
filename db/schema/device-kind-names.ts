/** The kinds of device, apart from the tables: forms in browsers use them too. */
export const deviceKinds = [
  "heat_pump",
  "electric_vehicle",
  "solar_inverter",
  "wallbox",
  "home_battery",
  "smart_meter",
] as const;

export type DeviceKind = (typeof deviceKinds)[number];
