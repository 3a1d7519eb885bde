CREATE TABLE "call_supervisions" (
	"call_id" text NOT NULL,
	"generation" integer NOT NULL,
	"employee_id" text NOT NULL,
	"supervised_id" text NOT NULL,
	"label" text NOT NULL,
	"phone_kind" text NOT NULL,
	"modes" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"leg_call_sid" text,
	"joined_at" bigint,
	"ended_at" bigint,
	"end_reason" text,
	CONSTRAINT "call_supervisions_call_id_generation_pk" PRIMARY KEY("call_id","generation")
);
--> statement-breakpoint
DROP INDEX "calls_open";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "supervised_by" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "help_asked_at" bigint;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "state_since" bigint;--> statement-breakpoint
CREATE INDEX "call_supervisions_employee" ON "call_supervisions" USING btree ("employee_id","started_at");--> statement-breakpoint
CREATE INDEX "calls_help" ON "calls" USING btree ("help_asked_at","id") WHERE ended_at is null and help_asked_at is not null;--> statement-breakpoint
CREATE INDEX "calls_help_department" ON "calls" USING btree ("department_id","help_asked_at","id") WHERE ended_at is null and help_asked_at is not null;--> statement-breakpoint
CREATE INDEX "calls_supervised" ON "calls" USING btree ("supervised_by") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "calls_open" ON "calls" USING btree ("arrived_at","id") WHERE ended_at is null;