ALTER TABLE "calls" ADD COLUMN "held_since" bigint;--> statement-breakpoint
ALTER TABLE "live_connections" ADD COLUMN "browser_phone" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "presences" ADD COLUMN "silent_from" bigint;--> statement-breakpoint
ALTER TABLE "presences" ADD COLUMN "silent_until" bigint;