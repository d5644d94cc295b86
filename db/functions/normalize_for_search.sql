CREATE OR REPLACE FUNCTION public.normalize_for_search(input text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE WHEN octet_length(input) = length(input) THEN lower(translate(input, '`', '''')) ELSE
    lower(replace(replace(replace(replace(translate(
      regexp_replace(normalize(translate(input, '`´', ''''''), NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'),
      U&'\2018\2019\201b\02b9\02bb\02bc\02bd\02be\02bf\02c8\02ca\02cb\2032\2035\2010\2012\2013\2014\2015\2212\2043\02d7\2044\1680\2028\2029' || 'đĐðÐłŁøØıħĦŧŦŋŊĸƀɨʉƒǥǤȼȻẞÆŒÞς',
      '''''''''''''''''''''''''''''--------/   ddddllooihhttnnkbiufggccßæœþσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')) END
$function$;
