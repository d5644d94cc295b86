CREATE OR REPLACE FUNCTION public.building_facet(is_deleted boolean, photovoltaic boolean, contracts integer, devices integer, country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (NOT is_deleted) THEN (((CASE WHEN photovoltaic THEN 1 ELSE 0 END + CASE WHEN (contracts > 0) THEN 2 ELSE 0 END) + CASE WHEN (devices > 0) THEN 4 ELSE 0 END) + (8 * country_number(country))) ELSE NULL::bigint END;
