CREATE OR REPLACE FUNCTION public.words_of_person(first_name text, last_name text, street text, town text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT word FROM regexp_split_to_table(public.normalize_for_search(concat_ws(' ', first_name, last_name, street, town)), '[^[:alpha:]]+') word
    WHERE length(word) BETWEEN 4 AND 60 $function$;
