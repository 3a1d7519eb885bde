ALTER TABLE "recordings" ADD COLUMN "delete_at_provider_at" bigint;--> statement-breakpoint
CREATE INDEX "recordings_at_provider" ON "recordings" USING btree ("delete_at_provider_at") WHERE delete_at_provider_at is not null;--> statement-breakpoint
UPDATE "recordings" SET "delete_at_provider_at" = "recorded_at" WHERE "state" IN ('kept', 'gone', 'deleted');
