ALTER TABLE `counterparties` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `erasures` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `erasures` ADD `found_in` text;--> statement-breakpoint
UPDATE counterparties SET erased_at = (SELECT max(erasures.created_at) FROM erasures WHERE erasures.kind = 'card' AND erasures.subject_id = counterparties.id)
WHERE id IN (SELECT subject_id FROM erasures WHERE kind = 'card');