ALTER TABLE "counterparties" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
ALTER TABLE "erasures" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "erasures" ADD COLUMN "found_in" jsonb;--> statement-breakpoint
UPDATE counterparties SET erased_at = (SELECT max(erasures.created_at) FROM erasures WHERE erasures.kind = 'card' AND erasures.subject_id = counterparties.id)
WHERE id IN (SELECT subject_id FROM erasures WHERE kind = 'card');