import type { DeviceKind } from "./connector";

/** Enode's words for what we call kinds of device: in link sessions, and in its paths. */
export const enodeTypes: Record<DeviceKind, { type: string; path: string; scopes: string[] }> = {
  electric_vehicle: {
    type: "vehicle",
    path: "vehicles",
    scopes: ["vehicle:read:data", "vehicle:control:charging"],
  },
  wallbox: {
    type: "charger",
    path: "chargers",
    scopes: ["charger:read:data", "charger:control:charging"],
  },
  solar_inverter: { type: "inverter", path: "inverters", scopes: ["inverter:read:data"] },
  heat_pump: { type: "hvac", path: "hvacs", scopes: ["hvac:read:data", "hvac:control:mode"] },
  home_battery: {
    type: "battery",
    path: "batteries",
    scopes: ["battery:read:data", "battery:control:operation_mode"],
  },
  smart_meter: { type: "meter", path: "meters", scopes: ["meter:read:data"] },
};

type Vendor = { name: string; code: string; kinds: DeviceKind[] };

/** Manufacturers that Enode reaches, by our names and by its codes. */
export const enodeVendors: Vendor[] = [
  { name: "Audi", code: "AUDI", kinds: ["electric_vehicle"] },
  { name: "BMW", code: "BMW", kinds: ["electric_vehicle"] },
  { name: "Hyundai", code: "HYUNDAI", kinds: ["electric_vehicle"] },
  { name: "Kia", code: "KIA", kinds: ["electric_vehicle"] },
  { name: "Mercedes-Benz", code: "MERCEDES", kinds: ["electric_vehicle"] },
  { name: "Polestar", code: "POLESTAR", kinds: ["electric_vehicle"] },
  { name: "Renault", code: "RENAULT", kinds: ["electric_vehicle"] },
  { name: "Skoda", code: "SKODA", kinds: ["electric_vehicle"] },
  { name: "Tesla", code: "TESLA", kinds: ["electric_vehicle", "home_battery", "smart_meter"] },
  { name: "Volkswagen", code: "VOLKSWAGEN", kinds: ["electric_vehicle"] },
  { name: "Volvo", code: "VOLVO", kinds: ["electric_vehicle"] },
  { name: "Easee", code: "EASEE", kinds: ["wallbox"] },
  { name: "go-e", code: "GOE", kinds: ["wallbox"] },
  { name: "Wallbox", code: "WALLBOX", kinds: ["wallbox"] },
  { name: "Zaptec", code: "ZAPTEC", kinds: ["wallbox"] },
  { name: "Enphase", code: "ENPHASE", kinds: ["solar_inverter", "home_battery", "smart_meter"] },
  { name: "Fronius", code: "FRONIUS", kinds: ["solar_inverter"] },
  { name: "Huawei", code: "HUAWEI", kinds: ["solar_inverter", "home_battery", "smart_meter"] },
  { name: "SMA", code: "SMA", kinds: ["solar_inverter", "home_battery", "smart_meter"] },
  {
    name: "SolarEdge",
    code: "SOLAREDGE",
    kinds: ["solar_inverter", "home_battery", "smart_meter"],
  },
  { name: "Sungrow", code: "SUNGROW", kinds: ["solar_inverter"] },
  { name: "Mitsubishi Electric", code: "MITSUBISHI", kinds: ["heat_pump"] },
  { name: "Nibe", code: "NIBE", kinds: ["heat_pump"] },
];
