import type { DeviceKind } from "../schema";

/** Manufacturers and models that are sold in Austria and Germany. */
export const catalogue: Record<DeviceKind, { manufacturer: string; models: string[] }[]> = {
  heat_pump: [
    { manufacturer: "Nibe", models: ["S2125-8", "S1255-6", "F2120-12"] },
    { manufacturer: "Vaillant", models: ["aroTHERM plus VWL 75", "aroTHERM plus VWL 105"] },
    { manufacturer: "Viessmann", models: ["Vitocal 250-A", "Vitocal 200-S"] },
    { manufacturer: "Daikin", models: ["Altherma 3 H HT", "Altherma 3 R"] },
    { manufacturer: "Stiebel Eltron", models: ["WPL 17 ACS", "WPL 25 A"] },
    { manufacturer: "Bosch", models: ["Compress 7400i AW", "Compress 5800i AW"] },
    { manufacturer: "Mitsubishi Electric", models: ["Ecodan PUZ-WM85"] },
    { manufacturer: "Samsung", models: ["EHS Mono HT Quiet"] },
    { manufacturer: "IDM", models: ["Terra SW 10", "iPump A 3-11"] },
    { manufacturer: "Ochsner", models: ["Air Hawk 208"] },
  ],
  electric_vehicle: [
    { manufacturer: "Tesla", models: ["Model 3", "Model Y"] },
    { manufacturer: "Volkswagen", models: ["ID.3", "ID.4"] },
    { manufacturer: "Audi", models: ["Q4 e-tron"] },
    { manufacturer: "BMW", models: ["i4", "iX1"] },
    { manufacturer: "Mercedes-Benz", models: ["EQA"] },
    { manufacturer: "Hyundai", models: ["Ioniq 5"] },
    { manufacturer: "Kia", models: ["EV6"] },
    { manufacturer: "Skoda", models: ["Enyaq"] },
    { manufacturer: "Renault", models: ["Megane E-Tech"] },
    { manufacturer: "Polestar", models: ["Polestar 2"] },
  ],
  solar_inverter: [
    { manufacturer: "Fronius", models: ["Symo GEN24 10.0 Plus", "Symo GEN24 6.0 Plus"] },
    { manufacturer: "SMA", models: ["Sunny Tripower 8.0 SE"] },
    { manufacturer: "Kostal", models: ["Plenticore plus 10"] },
    { manufacturer: "Huawei", models: ["SUN2000-10KTL-M1"] },
    { manufacturer: "SolarEdge", models: ["Home Hub SE10K"] },
    { manufacturer: "Sungrow", models: ["SH10RT"] },
    { manufacturer: "Solax", models: ["X3-Hybrid G4"] },
  ],
  wallbox: [
    { manufacturer: "KEBA", models: ["KeContact P30 x"] },
    { manufacturer: "go-e", models: ["Charger Gemini 11 kW"] },
    { manufacturer: "Easee", models: ["Home"] },
    { manufacturer: "Wallbox", models: ["Pulsar Plus"] },
  ],
  home_battery: [
    { manufacturer: "sonnen", models: ["sonnenBatterie 10"] },
    {
      manufacturer: "BYD",
      models: ["Battery-Box Premium HVS 7.7", "Battery-Box Premium HVM 11.0"],
    },
    { manufacturer: "Tesla", models: ["Powerwall 3"] },
    { manufacturer: "VARTA", models: ["pulse neo 6"] },
  ],
  smart_meter: [
    { manufacturer: "Landis+Gyr", models: ["E450", "E360"] },
    { manufacturer: "Kaifa", models: ["MA309"] },
    { manufacturer: "Siemens", models: ["IM350"] },
  ],
};

/** Every manufacturer once. */
export const manufacturers = [
  ...new Set(
    Object.values(catalogue).flatMap((entries) => entries.map((entry) => entry.manufacturer)),
  ),
];
