CREATE TABLE "call_measures" (
	"call_id" text PRIMARY KEY NOT NULL,
	"formula_version" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"hour" integer NOT NULL,
	"arrived_at" bigint NOT NULL,
	"called_number" text NOT NULL,
	"outcome" text NOT NULL,
	"wait_ms" integer NOT NULL,
	"answered_by" text,
	"talk_ms" integer NOT NULL,
	"hold_ms" integer NOT NULL,
	"route" text,
	"hand_over_department_id" text,
	"hand_over_wait_ms" integer,
	"hand_over_taken_by" text,
	"led_by" text,
	"led_department_id" text,
	"items_due" integer NOT NULL,
	"items_done" integer NOT NULL,
	"items_excused" integer NOT NULL,
	"backs" integer NOT NULL,
	"unlisted_answers" integer NOT NULL,
	"refused_answers" integer NOT NULL,
	"broken_off_at" text
);
--> statement-breakpoint
CREATE TABLE "counterparty_word_endings" (
	"ending" text COLLATE "C" NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	CONSTRAINT "counterparty_word_endings_ending_word_pk" PRIMARY KEY("ending","word")
);
--> statement-breakpoint
CREATE TABLE "leg_measures" (
	"call_id" text NOT NULL,
	"generation" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"employee_id" text NOT NULL,
	"department_id" text NOT NULL,
	"purpose" text NOT NULL,
	"joined_at" bigint NOT NULL,
	"left_at" bigint NOT NULL,
	CONSTRAINT "leg_measures_call_id_generation_pk" PRIMARY KEY("call_id","generation")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"counterparty_id" text NOT NULL,
	"appeal_id" text NOT NULL,
	"reaction_id" text NOT NULL,
	"employee_id" text NOT NULL,
	"department_id" text NOT NULL,
	"to" jsonb NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"started_at" bigint,
	"sent_at" bigint,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "presence_spans" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"department_id" text NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "report_views" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slips" (
	"id" text PRIMARY KEY NOT NULL,
	"next_reaction_id" text NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"listener" text NOT NULL,
	"employee_id" text,
	"department_id" text NOT NULL,
	"due_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "step_measures" (
	"call_id" text NOT NULL,
	"position" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"employee_id" text NOT NULL,
	"department_id" text NOT NULL,
	"step" text NOT NULL,
	"seconds" integer NOT NULL,
	CONSTRAINT "step_measures_call_id_position_pk" PRIMARY KEY("call_id","position")
);
--> statement-breakpoint
CREATE TABLE "wallboard_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"label" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "escalation" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "reminder_minutes" integer DEFAULT 10;--> statement-breakpoint
CREATE INDEX "call_measures_day" ON "call_measures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "call_measures_arrived" ON "call_measures" USING btree ("arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "call_measures_handed_over" ON "call_measures" USING btree ("hand_over_department_id","arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "leg_measures_day" ON "leg_measures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "leg_measures_joined" ON "leg_measures" USING btree ("joined_at");--> statement-breakpoint
CREATE INDEX "letters_newest" ON "letters" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "letters_employee" ON "letters" USING btree ("employee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_reaction" ON "letters" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("next_attempt_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "letters_sending" ON "letters" USING btree ("started_at") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "presence_spans_started" ON "presence_spans" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "presence_spans_employee" ON "presence_spans" USING btree ("employee_id","started_at");--> statement-breakpoint
CREATE INDEX "presence_spans_open" ON "presence_spans" USING btree ("employee_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "report_views_employee" ON "report_views" USING btree ("employee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "slips_next_reaction" ON "slips" USING btree ("next_reaction_id","kind");--> statement-breakpoint
CREATE INDEX "slips_employee" ON "slips" USING btree ("employee_id","kind","at","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "slips_department" ON "slips" USING btree ("department_id","kind","at","id") WHERE settled_at is null and employee_id is null;--> statement-breakpoint
CREATE INDEX "step_measures_day" ON "step_measures" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "wallboard_tokens_hash" ON "wallboard_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "counterparties_name_norm" ON "counterparties" USING btree ("name_norm","id");--> statement-breakpoint
CREATE INDEX "next_reactions_due" ON "next_reactions" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "next_reactions_open_counterparty" ON "next_reactions" USING btree ("counterparty_id","due_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "next_reactions_open_written" ON "next_reactions" USING btree ("created_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "next_reactions_open_department_written" ON "next_reactions" USING btree ("responsible_department_id","created_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "next_reactions_open_employee_written" ON "next_reactions" USING btree ("responsible_employee_id","created_at","id") WHERE ended_at is null;
--> statement-breakpoint
INSERT INTO "deadlines" ("id", "kind", "subject_id", "generation", "due_at") SELECT 'overdue-' || "id", 'overdue', "id", "version", "due_at" FROM "next_reactions" WHERE "ended_at" IS NULL;
--> statement-breakpoint
INSERT INTO counterparty_word_endings (ending, word)
SELECT substr(word, start), word
FROM (SELECT DISTINCT word FROM counterparty_words WHERE length(word) >= 3 AND word !~ '[0-9]') AS words,
	generate_series(1, length(word) - 2) AS start
ON CONFLICT DO NOTHING;
