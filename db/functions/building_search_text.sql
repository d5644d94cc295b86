CREATE OR REPLACE FUNCTION public.building_search_text(building buildings)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT public.searchable_text(concat_ws(' ', building.name, building.street_and_number, building.zip_code, building.town))
$function$;
