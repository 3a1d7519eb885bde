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
ALTER TABLE "counterparties" ADD COLUMN "emails" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "letters_newest" ON "letters" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "letters_employee" ON "letters" USING btree ("employee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_reaction" ON "letters" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("next_attempt_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "letters_sending" ON "letters" USING btree ("started_at") WHERE state = 'sending';