ALTER TABLE `folders` ADD `signatures_asked_at` integer;--> statement-breakpoint
ALTER TABLE `folders` ADD `signatures_next_reaction_id` text;--> statement-breakpoint
ALTER TABLE `folders` ADD `signatures_given_at` integer;--> statement-breakpoint
ALTER TABLE `folders` ADD `signatures_given_by` text;--> statement-breakpoint
ALTER TABLE `folders` ADD `welcome_note` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `has_book` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE projects SET has_book = true WHERE name IN ('ArchiMed+', 'ArchiSport');