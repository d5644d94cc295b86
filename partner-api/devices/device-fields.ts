import { z } from "@/lib/core/validation/problems";
import { priceZones } from "@/lib/devices/devices/device-settings-schema";
import { lifecycleStates, statusLights } from "@/lib/devices/devices/device-terms";
import {
  buildingBody,
  moment,
  shownInteger,
  shownMoment,
  shownNumber,
  shownText,
  text,
} from "../fields";

const light = z.enum(statusLights);

/** What devices of all kinds show. */
export const commonFields = {
  id: z.uuid(),
  created_at: moment,
  updated_at: moment,
  deleted_at: shownMoment,
  owner: z.object({
    id: z.uuid(),
    email: shownText,
    first_name: shownText,
    last_name: shownText,
    external_id: shownText,
  }),
  building: z.uuid().nullable(),
  device_model: z.object({
    manufacturer: z.string(),
    model: z.string(),
    year: shownInteger,
    device_type: z.object({ short_name: z.string(), long_name: z.string() }),
    cloud_service: z.uuid().nullable(),
    cloud_service_instructions: shownText,
    cloud_service_signup_link: shownText,
  }),
  device_type: z.object({ short_name: z.string(), long_name: z.string() }),
  external_device_id: shownText,
  is_authenticated: z.boolean(),
  lifecycle_state: z.enum(lifecycleStates),
  lifecycle_error: shownText,
  connection_status: light,
  monitoring_status: light,
  steering_status: light,
  actual_steering_state: z.string(),
  current_mode: shownText,
  current_state_last_updated_at: shownMoment,
  last_monitoring_executed_at: shownMoment,
  is_smart_optimization_active: z.boolean(),
  optimization_score: shownNumber,
  pause_power_until: shownMoment,
  is_pause_power_active: z.boolean(),
  price_zone: shownText,
  comment: shownText,
  is_trading_enabled: z.boolean(),
  is_forecasting_enabled: z.boolean(),
  is_inverter_forced_mode_enabled: z.boolean(),
  is_inverter_forced_mode_active: z.boolean(),
  inverter_forced_mode_since: shownMoment,
  authorization_url: shownText,
  action_needed: z.boolean().meta({ description: "Whether it has to be connected (again)." }),
  consumption_last_day_kwh: shownNumber,
  consumption_last_week_kwh: shownNumber,
  consumption_last_month_kwh: shownNumber,
  consumption_last_updated_at: shownMoment,
};

/** A price zone; `DE`, as guides write it, is `DE_LU`. */
export const sentPriceZone = z
  .enum([...priceZones, "DE"])
  .transform((zone) => (zone === "DE" ? "DE_LU" : zone));

const toggle = z.boolean().optional();

/** What can be sent to devices of all kinds. */
export const recordBody = {
  ...buildingBody,
  comment: text(300),
};

/** What can be sent to devices that can be told what to do. */
export const commonBody = {
  ...recordBody,
  is_smart_optimization_active: toggle,
  is_forecasting_enabled: toggle,
  pause_power_until: moment.nullable().optional(),
  pause_power_until_utc: moment.nullable().optional(),
  is_pause_power_active: toggle,
  pause_power_active: toggle,
  price_zone: sentPriceZone.nullable().optional(),
  is_trading_enabled: toggle,
  is_inverter_forced_mode_enabled: toggle,
};

/** What can be sent only when a device is made. */
export const createBody = {
  device_model: z
    .object({
      manufacturer: z.string().max(100).optional(),
      model: z.string().max(100).optional(),
      year: z.number().int().min(1990).max(2100).nullable().optional(),
      cloud_service_id: z.uuid().nullable().optional(),
    })
    .optional(),
  cloud_service_id: z.uuid().nullable().optional(),
  external_device_id: text(255),
};
