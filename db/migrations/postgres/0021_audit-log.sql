CREATE TABLE "audit_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"employee_id" text,
	"entry_count" integer NOT NULL,
	"head_sequence" integer NOT NULL,
	"head_hash" text NOT NULL,
	"bad_sequence" integer,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "audit_cuts" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL,
	"employee_id" text,
	"seal" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"employee_id" text,
	"via" text NOT NULL,
	"operation" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"counterparty_id" text,
	"details" text NOT NULL,
	"digests" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_checks_newest" ON "audit_checks" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_log_newest" ON "audit_log" USING btree ("at","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_employee" ON "audit_log" USING btree ("employee_id","at","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_kind" ON "audit_log" USING btree ("kind","at","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_counterparty" ON "audit_log" USING btree ("counterparty_id","at","sequence");--> statement-breakpoint
CREATE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE FUNCTION "audit_keeps_uncut"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."sequence" > coalesce((SELECT max("sequence") FROM "audit_cuts"), 0) THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_log_no_update" BEFORE UPDATE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();--> statement-breakpoint
CREATE TRIGGER "audit_log_no_delete" BEFORE DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION "audit_keeps_uncut"();--> statement-breakpoint
CREATE TRIGGER "audit_log_no_truncate" BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();--> statement-breakpoint
CREATE TRIGGER "audit_cuts_no_update" BEFORE UPDATE ON "audit_cuts" FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();--> statement-breakpoint
CREATE TRIGGER "audit_cuts_no_delete" BEFORE DELETE ON "audit_cuts" FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();--> statement-breakpoint
CREATE TRIGGER "audit_cuts_no_truncate" BEFORE TRUNCATE ON "audit_cuts" FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
