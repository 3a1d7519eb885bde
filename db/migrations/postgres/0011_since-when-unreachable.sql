ALTER TABLE "presences" ADD COLUMN "unreachable_from" bigint;--> statement-breakpoint
UPDATE "presences" SET "unreachable_from" = "since";