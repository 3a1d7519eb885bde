CREATE TABLE "access_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"employee_id" text NOT NULL,
	"via" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"counterparty_id" text,
	"row_count" integer,
	"filters" text NOT NULL,
	"after_id" text NOT NULL,
	"span" integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "access_log_once" ON "access_log" USING btree ("employee_id","span","kind","subject_id","filters","after_id","via");--> statement-breakpoint
CREATE INDEX "access_log_newest" ON "access_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "access_log_employee" ON "access_log" USING btree ("employee_id","at","id");--> statement-breakpoint
CREATE INDEX "access_log_counterparty" ON "access_log" USING btree ("counterparty_id","at","id");