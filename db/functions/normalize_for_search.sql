CREATE OR REPLACE FUNCTION public.normalize_for_search(input text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  folded text;
BEGIN
  IF octet_length(input) = length(input) THEN RETURN lower(replace(input, '`', '''')); END IF;
  folded := replace(regexp_replace(normalize(translate(input, '`´', ''''''), NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'), 'ß', 'ss');
  -- Comparing with every sign of the list takes longer than all before.
  IF octet_length(folded) = length(folded) THEN RETURN lower(folded); END IF;
  RETURN lower(replace(replace(replace(replace(translate(folded,
    U&'\2018\2019\201b\02b9\02bb\02bc\02bd\02be\02bf\02c8\02ca\02cb\2032\2035\2010\2012\2013\2014\2015\2212\2043\02d7\2044\1680\2028\2029' || 'đĐðÐłŁøØıħĦŧŦŋŊĸƀɨʉƒǥǤȼȻẞÆŒÞς',
    '''''''''''''''''''''''''''''--------/   ddddllooihhttnnkbiufggccßæœþσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'));
END
$function$;
