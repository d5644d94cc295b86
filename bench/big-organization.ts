import type postgres from "postgres";

export type Size = { endUsers: number; buildings: number; devices: number };

/** A national utility. */
export const nationalUtility: Size = {
  endUsers: 1_000_000,
  buildings: 1_200_000,
  devices: 2_500_000,
};

/** Of the big organization's end-users, so many live in a town that nobody else lives in, the longest. */
export const farTown = { name: "Hinterstoder", people: 16_000 };

const firstNames = `(array['Anna','Lukas','Marie','Jakob','Sophie','Laura','Felix','Hannah','Paul','Lena','Elias','David','Julia','Moritz','Tobias','Simon','Florian','Eva','Sabine','Andreas','Petra','Günther','Jürgen','Ayşe','Milica','Zsófia','Giulia','Øyvind','Zoë','Björn'])[1 + hash % 30]`;
const lastNames = `(array['Gru','Hu','Wag','Mül','Pich','Mo','Stei','May','Ho','Leit','Ber','Fuch','Ed','Fisch','Schmi','We','Schwar','Schnei','Krü','Böh','Jä','Wink','Öllin','Strass'])[1 + hash % 24] || (array['ber','mann','ler','ner','ger','hofer','bauer','maier','inger','eder','stätter','acher','egger','huber','wald','reich','berger','lechner','thaler','auer'])[1 + (hash / 24) % 20]`;
const streets = `(array['Haupt','Bahnhof','Kirchen','Linden','Schul','Garten','Mühl','Wald','Dorf','Rosen','Birken','See','Berg','Ring','Feld','Wiesen'])[1 + hash % 16] || (array['straße','gasse','weg','platz','allee'])[1 + (hash / 16) % 5]`;
const towns = `(array['Wien','Linz','Salzburg','Innsbruck','Graz','St. Pölten','Bregenz','Klagenfurt','Wels','Eisenstadt','München','Passau','Regensburg','Augsburg','Ulm','Kempten','Rosenheim','Landshut','Ingolstadt','Nürnberg'])[1 + hash % 20]`;
const models = `(array['heat_pump|Nibe|S2125-8','heat_pump|Vaillant|aroTHERM plus','heat_pump|Viessmann|Vitocal 250-A','heat_pump|Daikin|Altherma 3','heat_pump|Stiebel Eltron|WPL-A 07','heat_pump|IDM|Terra ML','heat_pump|Ochsner|Air Eagle 614','heat_pump|Samsung|EHS Mono','electric_vehicle|Tesla|Model Y','electric_vehicle|Volkswagen|ID.4','electric_vehicle|Audi|Q4 e-tron','electric_vehicle|BMW|i4','electric_vehicle|Hyundai|Ioniq 5','electric_vehicle|Kia|EV6','electric_vehicle|Skoda|Enyaq','electric_vehicle|Renault|Megane E-Tech','solar_inverter|Fronius|Symo GEN24 10.0 Plus','solar_inverter|SMA|Sunny Tripower','solar_inverter|Kostal|Plenticore plus','solar_inverter|Huawei|SUN2000','solar_inverter|SolarEdge|Home Hub','solar_inverter|Sungrow|SH10RT','wallbox|KEBA|P30','wallbox|go-e|Charger Gemini','wallbox|Wallbox|Pulsar Plus','home_battery|Tesla|Powerwall 3','home_battery|BYD|Battery-Box HVS','smart_meter|Landis+Gyr|E450'])[1 + hash % 28]`;

/** A number that is spread over the rows and the same in every run. */
const hash = (salt: string) => `(hashint8(n + ${salt}) & 2147483647)`;
const spread = (expression: string, salt: string) => expression.replaceAll("hash", hash(salt));

/** Identifiers that grow with the number, so that rows of one person are found again by computing. */
const idOf = (kind: string, n = "n") =>
  `(lpad(to_hex(hashint4(${kind}) & 65535), 4, '0') || lpad(to_hex(hashint8(${n}) & 65535), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * Fills an organization past its triggers, and has its lists rebuilt afterwards. Eight in a hundred devices
 * are disconnected; the youngest record is a second old, the oldest as many seconds as there are of them.
 */
export async function fillOrganization(
  client: postgres.Sql,
  organizationId: string,
  { endUsers, buildings, devices }: Size,
): Promise<void> {
  const isLarge = endUsers >= 100_000;
  const far = Math.min(farTown.people, Math.floor(endUsers / 4));
  await client.begin(async (transaction) => {
    await transaction.unsafe("set local session_replication_role = replica");
    await transaction.unsafe("set local synchronous_commit = off");
    const indexes = isLarge ? await dropIndexes(transaction) : [];
    await transaction.unsafe(`
      insert into users (organization_id, id, role, status, email, first_name, last_name, external_user_id, phone, country, street_and_number, zip_code, town, created_at, updated_at, last_seen_at)
      select '${organizationId}', ${idOf("1")}, 'user', (array['active','active','active','active','active','active','active','invited','suspended'])[1 + ${hash("8")} % 9],
        'person' || n || '@home.example', ${spread(firstNames, "1")}, ${spread(lastNames, "2")}, 'C-' || (10000000 + n),
        '+43 660 ' || (1000000 + ${hash("9")} % 9000000), (array['AT','AT','AT','DE','DE'])[1 + ${hash("5")} % 5],
        ${spread(streets, "3")} || ' ' || (1 + ${hash("4")} % 180),
        case when n > ${endUsers - far} then '4573' else (1000 + ${hash("6")} % 8999)::text end,
        case when n > ${endUsers - far} then '${farTown.name}' else ${spread(towns, "5")} end,
        now() - make_interval(secs => n), now() - make_interval(secs => n),
        case when n % 3 > 0 then now() - make_interval(mins => ${hash("7")} % 500000) end
      from generate_series(1, ${endUsers}) n`);
    await transaction.unsafe(`
      insert into buildings (organization_id, id, user_id, name, property_type, photovoltaic, street_and_number, zip_code, town, country, created_at, updated_at)
      select '${organizationId}', ${idOf("2")}, ${idOf("1", `(1 + (n - 1) % ${endUsers})`)}, (array['Zuhause','Einfamilienhaus','Wohnhaus','Ferienhaus'])[1 + ${hash("1")} % 4], 'Detached', ${hash("2")} % 3 = 0,
        ${spread(streets, "3")} || ' ' || (1 + ${hash("4")} % 180), (1000 + ${hash("6")} % 8999)::text, ${spread(towns, "5")}, (array['AT','AT','AT','DE','DE'])[1 + ${hash("5")} % 5],
        now() - make_interval(secs => n), now() - make_interval(secs => n)
      from generate_series(1, ${buildings}) n`);
    await transaction.unsafe(`
      insert into energy_contracts (organization_id, id, user_id, building_id, meter_id, supplier, energy_contract_type, created_at, updated_at)
      select '${organizationId}', ${idOf("4")}, ${idOf("1", `(1 + (n - 1) % ${endUsers})`)}, ${idOf("2")}, 'AT00' || n, 'Alpenstrom', 'spot_hourly', now() - make_interval(secs => n), now() - make_interval(secs => n)
      from generate_series(1, ${Math.floor(buildings * 0.8)}) n`);
    await transaction.unsafe(`
      insert into devices (organization_id, id, user_id, building_id, kind, manufacturer, model, external_device_id, is_authenticated, lifecycle_state, disconnected_since, is_smart_optimization_active, created_at, updated_at, current_state_last_updated_at)
      select '${organizationId}', ${idOf("3")}, ${idOf("1", `(1 + (n - 1) % ${endUsers})`)}, ${idOf("2", `(1 + (n - 1) % ${endUsers})`)},
        split_part(model, '|', 1), split_part(model, '|', 2), split_part(model, '|', 3), upper(to_hex(${hash("11")})) || '-' || n,
        state not in ('disconnected', 'pending', 'error'), case state when 'connected' then 'authenticated' else state end,
        case when state = 'disconnected' then now() - make_interval(mins => ${hash("14")} % 200000) end,
        state = 'connected' and ${hash("13")} % 5 > 0,
        now() - make_interval(secs => n), now() - make_interval(secs => n), case when state <> 'pending' then now() - make_interval(secs => ${hash("12")} % 2000000) end
      from (select n, ${spread(models, "10")} as model,
          case when ${hash("15")} % 100 < 8 then 'disconnected' when ${hash("15")} % 100 < 11 then 'pending' when ${hash("15")} % 100 < 12 then 'error' else 'connected' end as state
        from generate_series(1, ${devices}) n) d`);
    await transaction.unsafe(`
      insert into smart_meters (organization_id, device_id, meter_id)
      select organization_id, id, 'AT00' || (5000000 + row_number() over (order by id))
      from devices where organization_id = '${organizationId}' and kind = 'smart_meter'`);
    await transaction.unsafe(`
      insert into connection_changes (organization_id, device_id, user_id, manufacturer, before, after, changed_at)
      select organization_id, id, user_id, manufacturer, null,
        case when disconnected_since is null then connection_state else 'connected' end, created_at
      from devices where organization_id = '${organizationId}'
      union all
      select organization_id, id, user_id, manufacturer, 'connected', 'disconnected', disconnected_since
      from devices where organization_id = '${organizationId}' and disconnected_since is not null`);
    await transaction.unsafe(`
      insert into fleet_hours (organization_id, hour, connected, disconnected, pending, failed, consumption_w, production_w)
      select '${organizationId}', date_trunc('hour', now()) - make_interval(hours => n), ${devices} - n, n, 0, 0, n * 1000, n * 500
      from generate_series(0, 168) n`);
    await transaction.unsafe("set local maintenance_work_mem = '1GB'");
    await transaction.unsafe("set local work_mem = '256MB'");
    for (const table of tables) await transaction.unsafe(`analyze ${table}`);
    // The lists first: each of their counters would otherwise be a new entry in every index.
    await transaction.unsafe(`select rebuild_lists('${organizationId}')`);
    for (const index of indexes) await transaction.unsafe(index);
  });
}

const tables = [
  "users",
  "buildings",
  "energy_contracts",
  "devices",
  "smart_meters",
  "connection_changes",
];

/** Takes away the indexes that are no keys, and says how to make them again: quicker than keeping them up. */
async function dropIndexes(transaction: postgres.TransactionSql): Promise<string[]> {
  const indexes = await transaction<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any (${tables}::regclass[]) and not i.indisunique
      and not exists (select from pg_constraint where conindid = i.indexrelid)`;
  for (const { name } of indexes) await transaction.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}
