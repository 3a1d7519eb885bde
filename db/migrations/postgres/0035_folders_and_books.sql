ALTER TABLE "folders" ADD COLUMN "signatures_asked_at" bigint;--> statement-breakpoint
ALTER TABLE "folders" ADD COLUMN "signatures_next_reaction_id" text;--> statement-breakpoint
ALTER TABLE "folders" ADD COLUMN "signatures_given_at" bigint;--> statement-breakpoint
ALTER TABLE "folders" ADD COLUMN "signatures_given_by" text;--> statement-breakpoint
ALTER TABLE "folders" ADD COLUMN "welcome_note" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "has_book" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE projects SET has_book = true WHERE name IN ('ArchiMed+', 'ArchiSport');