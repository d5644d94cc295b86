CREATE OR REPLACE FUNCTION public.search_devices(serial_words jsonb, owner_words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT id, min(sort_value) FROM (
      (SELECT id, ''1'' || model_sort AS sort_value FROM public.devices
        WHERE organization_id = $1 AND deleted_at IS NULL AND %s AND %s LIMIT $2)
      UNION ALL SELECT * FROM public.search_by_owner(''devices'', ''model_sort'', $3, $4, $2)) found
    GROUP BY id LIMIT $2',
    CASE WHEN jsonb_array_length(serial_words) = 0 OR public.is_case_number(serial_words) THEN 'false' ELSE public.serial_condition(serial_words) END,
    public.filter_condition(filters))
    USING public.current_organization(), most, owner_words, filters;
END
$function$;

alter function search_devices(jsonb,jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function search_devices(jsonb,jsonb,jsonb,integer) from public;

grant execute on function search_devices(jsonb,jsonb,jsonb,integer) to wattdesk_app;
