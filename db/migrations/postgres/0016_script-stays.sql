CREATE TABLE "script_stays" (
	"call_id" text NOT NULL,
	"position" integer NOT NULL,
	"script_id" text NOT NULL,
	"machine_version" integer NOT NULL,
	"wording_version" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"arrived_at" bigint NOT NULL,
	"step" text NOT NULL,
	"seconds" integer,
	"event" text,
	"answer" integer,
	"next_step" text,
	"is_broken_off" boolean NOT NULL,
	CONSTRAINT "script_stays_call_id_position_pk" PRIMARY KEY("call_id","position")
);
--> statement-breakpoint
DROP INDEX "call_script_events_unlisted";--> statement-breakpoint
DROP INDEX "call_script_events_unlisted_anywhere";--> statement-breakpoint
CREATE INDEX "script_stays_day" ON "script_stays" USING btree ("script_id","machine_version","day");--> statement-breakpoint
CREATE INDEX "script_stays_step" ON "script_stays" USING btree ("script_id","machine_version","step","arrived_at","call_id");--> statement-breakpoint
CREATE INDEX "call_script_runs_started" ON "call_script_runs" USING btree ("script_id","started_at","call_id");--> statement-breakpoint
CREATE INDEX "call_script_events_unlisted" ON "call_script_events" USING btree ("step","at","id") WHERE event ->> 'type' = 'caller.saidSomethingElse' and refused is null;--> statement-breakpoint
CREATE INDEX "call_script_events_unlisted_anywhere" ON "call_script_events" USING btree ("at","id") WHERE event ->> 'type' = 'caller.saidSomethingElse' and refused is null;