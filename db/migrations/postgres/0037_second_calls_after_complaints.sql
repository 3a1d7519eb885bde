ALTER TABLE "complaint_calls" ADD COLUMN "call_id" text;--> statement-breakpoint
CREATE INDEX "calls_subject" ON "calls" USING btree ("subject_id","arrived_at","id") WHERE subject_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "complaint_calls_call" ON "complaint_calls" USING btree ("call_id") WHERE call_id is not null;