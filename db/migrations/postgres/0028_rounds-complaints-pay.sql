CREATE TABLE "complaint_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"complaint_id" text NOT NULL,
	"at" bigint NOT NULL,
	"employee_id" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"counterparty_id" text NOT NULL,
	"appeal_id" text NOT NULL,
	"reaction_id" text NOT NULL,
	"call_id" text,
	"round_id" text,
	"department_id" text NOT NULL,
	"owner_id" text,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"cause" text NOT NULL,
	"answer" text NOT NULL,
	"due_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"taken_at" bigint,
	"answer_reaction_id" text,
	"answered_at" bigint,
	"answered_by" text,
	"closed_at" bigint,
	"closed_by" text,
	"close_reason" text,
	"reopened_count" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"complaint_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"sent_at" bigint,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "pay_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"month" text NOT NULL,
	"amount_kopecks" bigint NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pay_freezes" (
	"employee_id" text NOT NULL,
	"month" text NOT NULL,
	"statement" jsonb NOT NULL,
	"frozen_at" bigint NOT NULL,
	"frozen_by" text NOT NULL,
	CONSTRAINT "pay_freezes_employee_id_month_pk" PRIMARY KEY("employee_id","month")
);
--> statement-breakpoint
CREATE TABLE "pay_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"valid_from" text NOT NULL,
	"salary_kopecks" bigint NOT NULL,
	"percent_hundredths" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"call_id" text,
	"employee_id" text NOT NULL,
	"at" bigint NOT NULL,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"counterparty_id" text NOT NULL,
	"manager_id" text NOT NULL,
	"due_on" text NOT NULL,
	"due_from" bigint NOT NULL,
	"due_until" bigint NOT NULL,
	"time_zone" text NOT NULL,
	"state" text NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"answers" jsonb NOT NULL,
	"call_id" text,
	"refusal" text,
	"letter_state" text,
	"letter_asked_at" bigint,
	"letter_received_at" bigint,
	"letter_attachment_id" text,
	"complaint_id" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "complaint_calls_of" ON "complaint_calls" USING btree ("complaint_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "complaints_number" ON "complaints" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "complaints_reaction" ON "complaints" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "complaints_created" ON "complaints" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_state" ON "complaints" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_department" ON "complaints" USING btree ("department_id","created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_department_state" ON "complaints" USING btree ("department_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_counterparty" ON "complaints" USING btree ("counterparty_id","created_at");--> statement-breakpoint
CREATE INDEX "complaints_owner" ON "complaints" USING btree ("owner_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "complaints_round" ON "complaints" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "complaints_call" ON "complaints" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "notices_complaint" ON "notices" USING btree ("complaint_id");--> statement-breakpoint
CREATE INDEX "notices_waiting" ON "notices" USING btree ("next_attempt_at") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "pay_corrections_month" ON "pay_corrections" USING btree ("month","employee_id","created_at");--> statement-breakpoint
CREATE INDEX "pay_rates_employee" ON "pay_rates" USING btree ("employee_id","valid_from","created_at");--> statement-breakpoint
CREATE INDEX "round_attempts_round" ON "round_attempts" USING btree ("round_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "round_attempts_call" ON "round_attempts" USING btree ("call_id") WHERE call_id is not null;--> statement-breakpoint
CREATE INDEX "rounds_counterparty" ON "rounds" USING btree ("counterparty_id","due_on");--> statement-breakpoint
CREATE INDEX "rounds_open_manager" ON "rounds" USING btree ("manager_id","due_from","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "rounds_open" ON "rounds" USING btree ("due_from","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "rounds_ended_manager" ON "rounds" USING btree ("manager_id","ended_at","id") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "rounds_ended" ON "rounds" USING btree ("ended_at","id") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "rounds_owed" ON "rounds" USING btree ("manager_id") WHERE state = 'complaintOwed';--> statement-breakpoint
CREATE INDEX "rounds_letters_manager" ON "rounds" USING btree ("manager_id","letter_asked_at","id") WHERE letter_state = 'asked';--> statement-breakpoint
CREATE INDEX "rounds_letters" ON "rounds" USING btree ("letter_asked_at","id") WHERE letter_state = 'asked';--> statement-breakpoint
CREATE INDEX "rounds_received" ON "rounds" USING btree ("counterparty_id","letter_received_at") WHERE letter_state = 'received';--> statement-breakpoint
CREATE INDEX "counterparties_assigned" ON "counterparties" USING btree ("assigned_to","id") WHERE assigned_to is not null;