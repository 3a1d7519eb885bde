ALTER TABLE "calls" ADD COLUMN "script_id" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "subject_id" text;