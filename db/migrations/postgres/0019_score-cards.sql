CREATE TABLE "conversation_facts" (
	"call_id" text PRIMARY KEY NOT NULL,
	"arrived_at" bigint NOT NULL,
	"refused_answers" integer NOT NULL,
	"unlisted_answers" integer NOT NULL,
	"longest_step_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_card_editions" (
	"card_id" text NOT NULL,
	"edition" integer NOT NULL,
	"content" jsonb NOT NULL,
	"sent_at" bigint NOT NULL,
	"sent_by" text NOT NULL,
	"acknowledged_at" bigint,
	"objected_at" bigint,
	"objection" text,
	"upheld_at" bigint,
	"upheld_by" text,
	"reply" text,
	CONSTRAINT "score_card_editions_card_id_edition_pk" PRIMARY KEY("card_id","edition")
);
--> statement-breakpoint
CREATE TABLE "score_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"arrived_at" bigint NOT NULL,
	"employee_id" text NOT NULL,
	"department_id" text NOT NULL,
	"state" text NOT NULL,
	"edition" integer NOT NULL,
	"version" integer NOT NULL,
	"wording_version" integer NOT NULL,
	"script_id" text NOT NULL,
	"criteria" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"percent" integer,
	"sent_at" bigint,
	"sent_by" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "conversation_facts_arrived" ON "conversation_facts" USING btree ("arrived_at","call_id","longest_step_seconds");--> statement-breakpoint
CREATE INDEX "conversation_facts_refused" ON "conversation_facts" USING btree ("arrived_at","call_id") WHERE refused_answers > 0;--> statement-breakpoint
CREATE INDEX "conversation_facts_unlisted" ON "conversation_facts" USING btree ("arrived_at","call_id") WHERE unlisted_answers > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "score_cards_call" ON "score_cards" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "score_cards_arrived" ON "score_cards" USING btree ("arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "score_cards_state" ON "score_cards" USING btree ("state","arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "score_cards_department" ON "score_cards" USING btree ("department_id","arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "score_cards_employee" ON "score_cards" USING btree ("employee_id","arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "score_cards_waiting" ON "score_cards" USING btree ("employee_id") WHERE state in ('sent', 'upheld');--> statement-breakpoint
CREATE INDEX "score_cards_objected" ON "score_cards" USING btree ("department_id") WHERE state = 'objected';