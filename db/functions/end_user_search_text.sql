CREATE OR REPLACE FUNCTION public.end_user_search_text(person users)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT public.searchable_text(concat_ws(' ',
    person.company_name, person.first_name, person.last_name, person.first_name, person.email, person.external_user_id,
    regexp_replace(person.phone, '[^0-9]', '', 'g'), ltrim(person.phone_international, '+'),
    person.street_and_number, person.zip_code, person.town))
$function$;
