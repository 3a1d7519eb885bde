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
ALTER TABLE "departments" ADD COLUMN "escalation" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "slips_next_reaction" ON "slips" USING btree ("next_reaction_id","kind");--> statement-breakpoint
CREATE INDEX "slips_employee" ON "slips" USING btree ("employee_id","kind","at","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "slips_department" ON "slips" USING btree ("department_id","kind","at","id") WHERE settled_at is null and employee_id is null;--> statement-breakpoint
INSERT INTO "deadlines" ("id", "kind", "subject_id", "generation", "due_at") SELECT 'overdue-' || "id", 'overdue', "id", "version", "due_at" FROM "next_reactions" WHERE "ended_at" IS NULL;
