ALTER TABLE "departments" ADD COLUMN "ring_order" text DEFAULT 'allAtOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "ring_seconds" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "tells_position" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "call_offers_employee" ON "call_offers" USING btree ("employee_id","offered_at");