import { z } from "@/lib/core/validation/problems";
import { batteryPolicies, priceZones } from "@/lib/devices/devices/device-settings-schema";
import { lifecycleStates, statusLights } from "@/lib/devices/devices/device-terms";
import { moment, shownInteger, shownMoment, shownNumber, shownText, text } from "../fields";

const flag = z.boolean().nullable();
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

/** Power in W, temperatures in degrees Celsius. */
export const heatPumpFields = {
  current_power_consumption_w: shownInteger,
  operational_mode: shownText,
  outdoor_temperature: shownNumber,
  inlet_temperature: shownNumber,
  outlet_temperature: shownNumber,
  indoor_actual_temperature: shownNumber,
  indoor_target_temperature: shownNumber,
  dhw_temperature: shownNumber,
  dhw_standard_temperature: shownNumber,
  indoor_target_temperature_offset: shownNumber,
  optimization_level: shownText,
  is_space_heating_enabled: flag,
  is_hot_water_heating_enabled: flag,
  is_pool_heating_enabled: flag,
  is_space_cooling_enabled: flag,
  is_heating_policy_enabled: flag,
  heating_policy_name: shownText,
  minimum_temperature_limit: shownNumber,
  maximum_temperature_limit: shownNumber,
  minimum_dhw_temperature_limit: shownNumber,
  is_away_mode_enabled: flag,
  away_mode_start: shownMoment,
  away_mode_end: shownMoment,
  away_mode_minimum_temperature_limit: shownNumber,
};

/** Levels in percent, capacity in kWh, rate in W, range in km, time in s. */
export const electricVehicleFields = {
  is_plugged_in: flag,
  is_charging: flag,
  is_fully_charged: flag,
  battery_level: shownInteger,
  battery_capacity_kwh: shownNumber,
  charge_rate_w: shownInteger,
  driving_range: shownInteger,
  charge_time_remaining: shownInteger,
  charge_target_min: shownInteger,
  charge_target_max: shownInteger,
  is_charge_policy_enabled: flag,
  minimum_charge_limit: shownInteger,
  charge_deadline_at: shownText,
  charge_policy_last_updated_at: shownMoment,
  grid_export_start_threshold_w: shownInteger,
  grid_export_stop_threshold_w: shownInteger,
  boost_state: shownText,
  boost_for_next_session: flag,
};

/** Battery power is positive while discharging, power to the grid while exporting. */
export const inverterFields = {
  current_solar_production_w: shownInteger,
  household_consumption_w: shownInteger,
  battery_charge_discharge_power_w: shownInteger,
  current_power_to_grid_w: shownInteger,
  solar_surplus_w: shownInteger,
  battery_charge_level_percent: shownInteger,
  solar_power_rating_kw: shownNumber,
  is_battery_connected: flag,
  battery_capacity_kwh: shownNumber,
  min_battery_charge: shownInteger,
  max_battery_charge: shownInteger,
  battery_policy: shownText,
  user_limits_enabled: flag,
  production_last_day_kwh: shownNumber,
  production_last_week_kwh: shownNumber,
  production_last_month_kwh: shownNumber,
};

/** Power is positive while discharging. */
export const homeBatteryFields = {
  battery_charge_discharge_power_w: shownInteger,
  battery_charge_level_percent: shownInteger,
  battery_capacity_kwh: shownNumber,
  min_battery_charge: shownInteger,
  max_battery_charge: shownInteger,
  battery_policy: shownText,
  user_limits_enabled: flag,
};

/** Power is positive while exporting; energy as the meter's registers have it. */
export const smartMeterFields = {
  current_power_to_grid_w: shownInteger,
  imported_energy_kwh: shownNumber,
  exported_energy_kwh: shownNumber,
  meter_id: shownText,
};

export const wallboxFields = {
  is_plugged_in: flag,
  is_charging: flag,
  is_ocpp_connected: flag,
  charge_target_min: shownInteger,
  charge_target_max: shownInteger,
  charge_power_max_w: shownInteger,
  is_charge_policy_enabled: flag,
  minimum_charge_limit: shownInteger,
  charge_deadline_at: shownText,
  charge_policy_last_updated_at: shownMoment,
  is_over_charge_allowed: flag,
};

const number = z.number().nullable().optional();
const integer = z.number().int().nullable().optional();
const toggle = z.boolean().optional();

/** What can be sent to devices of all kinds. */
export const recordBody = {
  building_id: z.uuid().nullable().optional(),
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
  price_zone: z.enum(priceZones).nullable().optional(),
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

export const heatPumpBody = {
  optimization_level: z.enum(["Low", "Mid", "Max"]).nullable().optional(),
  dhw_standard_temperature: number,
  indoor_target_temperature_offset: number,
  is_space_heating_enabled: toggle,
  is_hot_water_heating_enabled: toggle,
  is_pool_heating_enabled: toggle,
  is_space_cooling_enabled: toggle,
  is_heating_policy_enabled: toggle,
  heating_policy_name: text(100),
  minimum_temperature_limit: number,
  maximum_temperature_limit: number,
  minimum_dhw_temperature_limit: number,
  is_away_mode_enabled: toggle,
  away_mode_start: moment.nullable().optional(),
  away_mode_end: moment.nullable().optional(),
  away_mode_minimum_temperature_limit: number,
};

/** HH:MM of 24 hours; of a moment, as wallboxes have it in the documentation, its time in UTC. */
const deadline = z
  .union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), moment])
  .nullable()
  .optional()
  .meta({ example: "07:00" });

export const electricVehicleBody = {
  is_charge_policy_enabled: toggle,
  minimum_charge_limit: integer,
  charge_deadline_at: deadline,
  grid_export_start_threshold_w: integer,
  grid_export_stop_threshold_w: integer,
};

export const homeBatteryBody = {
  battery_capacity_kwh: number,
  min_battery_charge: integer,
  max_battery_charge: integer,
  battery_policy: z.enum(batteryPolicies).nullable().optional(),
  user_limits_enabled: toggle,
};

export const inverterBody = {
  solar_power_rating_kw: number,
  is_battery_connected: toggle,
  battery_connected: toggle,
  ...homeBatteryBody,
};

export const smartMeterBody = {
  meter_id: text(100).meta({
    description: "The metering point that it measures, or the number of the meter.",
  }),
};

export const wallboxBody = {
  charge_target_min: integer,
  charge_target_max: integer,
  charge_power_max_w: integer,
  is_charge_policy_enabled: toggle,
  minimum_charge_limit: integer,
  charge_deadline_at: deadline,
  is_over_charge_allowed: toggle,
};
