import { z } from "@/lib/core/validation/problems";
import type { DeviceRecord } from "@/lib/devices/devices/device-records";

/** What only wallboxes show beside their own fields. */
export const wallboxStateFields = {
  mode: z.enum(["READY", "PLUGGED_IN", "CHARGING", "UNAVAILABLE", "UNKNOWN"]).meta({
    description: "From is_authenticated, is_plugged_in and is_charging.",
  }),
  connection: z.enum(["online", "offline", "never_connected"]).meta({
    description: "From is_authenticated and is_ocpp_connected.",
  }),
};

type WallboxState = {
  [Name in keyof typeof wallboxStateFields]: z.output<(typeof wallboxStateFields)[Name]>;
};

type Wallbox = Pick<DeviceRecord, "isAuthenticated" | "connectionStatus" | "kindDetails">;

export const toWallboxState = (wallbox: Wallbox): WallboxState => ({
  mode: modeOf(wallbox),
  connection: connectionOf(wallbox),
});

function modeOf({ isAuthenticated, kindDetails }: Wallbox): WallboxState["mode"] {
  if (!isAuthenticated) return "UNAVAILABLE";
  if (kindDetails.isCharging) return "CHARGING";
  if (kindDetails.isPluggedIn) return "PLUGGED_IN";
  return kindDetails.isPluggedIn === false ? "READY" : "UNKNOWN";
}

/** Wallboxes that a manufacturer's cloud reaches report no OCPP: the state of their connection decides. */
function connectionOf(wallbox: Wallbox): WallboxState["connection"] {
  if (!wallbox.isAuthenticated) return "never_connected";
  const isOnline = wallbox.kindDetails.isOcppConnected ?? wallbox.connectionStatus === "ok";
  return isOnline ? "online" : "offline";
}
