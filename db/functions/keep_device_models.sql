CREATE OR REPLACE FUNCTION public.keep_device_models()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO device_models (organization_id, number, kind, manufacturer, model)
    SELECT DISTINCT organization_id, device_model_number(kind, manufacturer, model), kind, manufacturer, model
    FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_device_models AFTER INSERT ON devices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_device_models();
