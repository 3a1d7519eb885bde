ALTER TABLE "company_numbers" ADD COLUMN "records_conversations" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "company_numbers" ADD COLUMN "retention_days" integer DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE "company_numbers" ADD COLUMN "announcement" text DEFAULT 'Разговор записывается.' NOT NULL;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "peaks" jsonb;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "deleted_at" bigint;--> statement-breakpoint
CREATE INDEX "recordings_kept" ON "recordings" USING btree ("recorded_at","id") WHERE state = 'kept';