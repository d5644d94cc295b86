CREATE OR REPLACE FUNCTION public.common_spelling(normalized text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT regexp_replace(regexp_replace(replace(replace(regexp_replace(regexp_replace(normalized,
    '([a-z0-9])[''-]+(?=[a-z0-9])', '\1', 'g'),
    '([aou])e', '\1', 'g'), 'aa', 'a'), 'dj', 'd'),
    '(?<![a-z0-9])str(?![a-z0-9])', 'strasse', 'g'),
    '([a-z]{2,})str(?:asse)?(?![a-z0-9])', '\1strasse \1 strasse', 'g')
$function$;
