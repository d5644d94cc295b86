CREATE OR REPLACE FUNCTION public.fold_list_counts()
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH gone AS (DELETE FROM list_counts WHERE organization_id = current_organization() RETURNING *)
  INSERT INTO list_counts (organization_id, list, facet, count)
  SELECT organization_id, list, facet, sum(count) FROM gone GROUP BY 1, 2, 3 HAVING sum(count) <> 0
$function$;
