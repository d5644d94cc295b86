import { camelCase } from "change-case";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { z } from "@/lib/core/validation/problems";
import { signCue } from "@/lib/devices/connections/cue-secret";
import type { DeviceRecord } from "@/lib/devices/devices/device-records";
import type { DeviceOfFleet } from "@/lib/devices/devices/device-statements";
import { basePath } from "../base";
import { sentBuilding } from "../fields";
import { commonBody, type createBody } from "./device-fields";
import { type ApiDeviceKind, type fleetDeviceSchema, kindOf } from "./device-kinds";
import { toWallboxState } from "./wallbox-state";

type Signed = { organizationId: string; id: string };

/** A page on which the device's end-user connects it; good for an hour. */
const authorizationAddress = ({ organizationId, id }: Signed) =>
  `${environment().BASE_URL}/connect/device/${id}?secret=${signCue(organizationId, id)}`;

/** Where a client starts the pending action; good for an hour. */
const cueAddress = ({ organizationId, id }: Signed) =>
  `${environment().BASE_URL}${basePath}/cues/${id}/resolve?secret=${signCue(organizationId, id)}`;

const yearMilliseconds = 365 * 86_400_000;

/** A device as the fleet's list shows it: what all kinds share. */
export function toFleetDevice(device: DeviceOfFleet) {
  const { type } = kindOf(device.kind);
  return {
    id: device.id,
    created_at: device.createdAt,
    updated_at: device.updatedAt,
    deleted_at: device.deletedAt,
    owner: {
      id: device.userId,
      email: device.ownerEmail,
      first_name: device.ownerFirstName,
      last_name: device.ownerLastName,
      external_id: device.ownerExternalUserId,
    },
    building: device.buildingId,
    device_model: {
      manufacturer: device.manufacturer,
      model: device.model,
      year: device.modelYear,
      device_type: type,
      cloud_service: device.cloudServiceId,
      cloud_service_instructions: device.cloudServiceInstructions,
      cloud_service_signup_link: device.cloudServiceSignupLink,
    },
    device_type: type,
    external_device_id: device.externalDeviceId,
    is_authenticated: device.isAuthenticated,
    lifecycle_state: device.lifecycleState,
    lifecycle_error: device.lifecycleError,
    connection_status: device.connectionStatus,
    monitoring_status: device.monitoringStatus,
    steering_status: device.steeringStatus,
    actual_steering_state: device.actualSteeringState ?? "unknown",
    current_mode: device.currentMode,
    current_state_last_updated_at: device.currentStateLastUpdatedAt,
    last_monitoring_executed_at: device.lastMonitoringExecutedAt,
    is_smart_optimization_active: device.isSmartOptimizationActive,
    optimization_score: device.optimizationScore,
    pause_power_until: device.pausePowerUntil,
    is_pause_power_active:
      device.pausePowerUntil !== null && device.pausePowerUntil > now().toISOString(),
    price_zone: device.priceZone,
    comment: device.comment,
    is_trading_enabled: device.isTradingEnabled,
    is_forecasting_enabled: device.isForecastingEnabled,
    is_inverter_forced_mode_enabled: device.isInverterForcedModeEnabled,
    is_inverter_forced_mode_active: device.isInverterForcedModeActive,
    inverter_forced_mode_since: device.inverterForcedModeSince,
    authorization_url: device.isAuthenticated ? null : authorizationAddress(device),
    action_needed: !device.isAuthenticated,
    consumption_last_day_kwh: device.consumptionLastDayKwh,
    consumption_last_week_kwh: device.consumptionLastWeekKwh,
    consumption_last_month_kwh: device.consumptionLastMonthKwh,
    consumption_last_updated_at: device.consumptionLastUpdatedAt,
  } satisfies z.input<typeof fleetDeviceSchema>;
}

/** A device with what only its kind has, and what is to be done before it works. */
export function toDevice(device: DeviceRecord) {
  const { ownFields } = kindOf(device.kind);
  const own = ownFields.map((name) => [name, shown(device.kindDetails[camelCase(name)])]);
  const actions = device.isAuthenticated
    ? []
    : [
        {
          code: "reauthenticate",
          resolution_link: {
            url: cueAddress(device),
            required_parameters: ["successUrl", "cancelUrl"],
          },
        },
      ];
  return {
    ...toFleetDevice(device),
    actions,
    ...Object.fromEntries(own),
    ...(device.kind === "wallbox" && toWallboxState(device)),
  };
}

const shown = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));

const body = z.object(commonBody);
type Body = z.output<typeof body> & Record<string, unknown>;

/** Settings that are kept in the devices' own table but are settings all the same. */
const sharedSettings = ["price_zone", "is_trading_enabled", "is_inverter_forced_mode_enabled"];

/** What was sent to a device, under the names that use-cases know. */
export function sentDevice(kind: ApiDeviceKind, body: Body) {
  const settings = [...sharedSettings, ...kind.ownSettings]
    .filter((name) => body[name] !== undefined)
    .map((name) => [camelCase(name), settingOf(name, body[name])]);
  const isBattery = body.is_battery_connected ?? body.battery_connected;
  return {
    ...withoutUndefined({
      buildingId: sentBuilding(body),
      comment: body.comment,
      isSmartOptimizationActive: body.is_smart_optimization_active,
      isForecastingEnabled: body.is_forecasting_enabled,
      pausePowerUntil: pauseOf(body),
    }),
    settings: {
      ...Object.fromEntries(settings),
      ...withoutUndefined({ isBatteryConnected: isBattery }),
    },
  };
}

/** Settings are checked as forms have them. */
function settingOf(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (name === "away_mode_start" || name === "away_mode_end") return new Date(value);
  return name === "charge_deadline_at" ? value.replace(/^.*T(\d\d:\d\d).*$/, "$1") : value;
}

/** Until when to pause: as sent, or by the older switch for as long as nobody resumes it. */
function pauseOf(body: Body): Date | null | undefined {
  const until =
    body.pause_power_until === undefined ? body.pause_power_until_utc : body.pause_power_until;
  if (until) return new Date(until);
  const isPaused = body.is_pause_power_active ?? body.pause_power_active;
  if (isPaused) return new Date(now().getTime() + yearMilliseconds);
  return isPaused === false || until === null ? null : undefined;
}

type CreateBody = z.output<z.ZodObject<typeof createBody>>;

/** What a new device is, where it is said: one without a model is named later. */
export function sentModel({
  device_model: model,
  cloud_service_id,
  external_device_id,
}: CreateBody) {
  return {
    manufacturer: model?.manufacturer || "Unknown",
    model: model?.model || "Unknown",
    modelYear: model?.year ?? null,
    cloudServiceId: cloud_service_id ?? model?.cloud_service_id ?? null,
    externalDeviceId: external_device_id ?? null,
  };
}
