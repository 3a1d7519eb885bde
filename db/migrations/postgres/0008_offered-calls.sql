ALTER TABLE "calls" ADD COLUMN "offered_employee_id" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "offer_round" integer;--> statement-breakpoint
CREATE INDEX "calls_offered" ON "calls" USING btree ("department_id","arrived_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "calls_led" ON "calls" USING btree ("owner_id") WHERE ended_at is null;