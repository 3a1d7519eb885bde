ALTER TABLE "calls" ADD COLUMN "overflow_department_id" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "passed_on_by" text;--> statement-breakpoint
ALTER TABLE "company_numbers" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "company_numbers" ADD COLUMN "closed_greeting" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "overflow_department_id" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "overflow_seconds" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
CREATE INDEX "calls_passed_on" ON "calls" USING btree ("passed_on_by") WHERE ended_at is null;