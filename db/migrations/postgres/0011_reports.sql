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
CREATE INDEX "call_measures_day" ON "call_measures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "call_measures_arrived" ON "call_measures" USING btree ("arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "call_measures_handed_over" ON "call_measures" USING btree ("hand_over_department_id","arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "leg_measures_day" ON "leg_measures" USING btree ("day");--> statement-breakpoint
CREATE INDEX "leg_measures_joined" ON "leg_measures" USING btree ("joined_at");--> statement-breakpoint
CREATE INDEX "presence_spans_started" ON "presence_spans" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "presence_spans_employee" ON "presence_spans" USING btree ("employee_id","started_at");--> statement-breakpoint
CREATE INDEX "presence_spans_open" ON "presence_spans" USING btree ("employee_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "report_views_employee" ON "report_views" USING btree ("employee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "step_measures_day" ON "step_measures" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "wallboard_tokens_hash" ON "wallboard_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "next_reactions_due" ON "next_reactions" USING btree ("due_at","id");