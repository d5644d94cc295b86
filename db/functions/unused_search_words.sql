CREATE OR REPLACE FUNCTION public.unused_search_words(words text[])
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  kept text;
  is_used boolean;
BEGIN
  FOR kept IN SELECT w.word FROM public.search_words w
    WHERE w.organization_id = public.current_organization() AND (words IS NULL OR w.word = ANY (words))
  LOOP
    EXECUTE 'SELECT EXISTS (SELECT FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND search_lexemes @@ $2)'
      INTO is_used USING public.current_organization(), (quote_literal(kept) || ':*')::tsquery;
    IF NOT is_used THEN RETURN NEXT kept; END IF;
  END LOOP;
END
$function$;

alter function unused_search_words(text[]) owner to wattdesk_lookup;

revoke all on function unused_search_words(text[]) from public;

grant execute on function unused_search_words(text[]) to wattdesk_app;
