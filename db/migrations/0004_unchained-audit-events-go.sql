-- Before the hash chain there was no release; what a developer's database logged until then is let go.
DROP TABLE "audit_events" CASCADE;
