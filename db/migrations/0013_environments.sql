ALTER TABLE "organizations" ADD COLUMN "sandbox_of" uuid;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_sandbox_of_organizations_id_fk" FOREIGN KEY ("sandbox_of") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_sandbox_of" ON "organizations" USING btree ("sandbox_of");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_slug_form" CHECK ("organizations"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$');--> statement-breakpoint
GRANT SELECT (slug, name, environment, sandbox_of) ON organizations TO wattdesk_lookup;
--> statement-breakpoint
-- Which organization a host belongs to, before anything else is known of a request.
CREATE FUNCTION find_organization_by_slug(searched_slug text) RETURNS TABLE (id uuid, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY SELECT o.id, o.name FROM public.organizations o WHERE o.slug = searched_slug;
END
$$;
--> statement-breakpoint
-- The sandbox beside a production organization, or the other way round, where the address has an
-- account too. It tells no more than that, and only to whoever is in one of the two.
CREATE FUNCTION find_sibling_environment(address text)
  RETURNS TABLE (name text, slug text, environment text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY
    SELECT other.name, other.slug, other.environment
    FROM public.organizations own
    JOIN public.organizations other ON other.sandbox_of = own.id OR own.sandbox_of = other.id
    WHERE own.id = public.current_organization()
      AND EXISTS (
        SELECT FROM public.users u
        WHERE u.organization_id = other.id AND u.email_normalized = lower(address)
          AND u.status = 'active' AND u.role <> 'user' AND u.deleted_at IS NULL)
    LIMIT 1;
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION find_organization_by_slug(text) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION find_sibling_environment(text) OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_organization_by_slug(text), find_sibling_environment(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_organization_by_slug(text), find_sibling_environment(text) TO wattdesk_app;
