ALTER TABLE "calls" ADD COLUMN "consulted_id" text;--> statement-breakpoint
CREATE INDEX "calls_consulted" ON "calls" USING btree ("consulted_id") WHERE ended_at is null;