CREATE TABLE `counterparty_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`survivor_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by` text NOT NULL,
	`survivor_version` integer NOT NULL,
	`before` text NOT NULL,
	`moved` text NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `counterparty_merges_survivor` ON `counterparty_merges` (`survivor_id`,`merged_at`,`id`) WHERE undone_at is null;--> statement-breakpoint
CREATE TABLE `counterparty_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`likeness` text NOT NULL,
	`found_at` integer NOT NULL,
	`dismissed_at` integer,
	`dismissed_by` text,
	`merge_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counterparty_pairs_cards` ON `counterparty_pairs` (`one_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `counterparty_pairs_other` ON `counterparty_pairs` (`other_id`);--> statement-breakpoint
CREATE INDEX `counterparty_pairs_merge` ON `counterparty_pairs` (`merge_id`);--> statement-breakpoint
CREATE INDEX `counterparty_pairs_open` ON `counterparty_pairs` (`found_at`,`id`) WHERE dismissed_at is null and merge_id is null;--> statement-breakpoint
ALTER TABLE `counterparties` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `counterparties_changed` ON `counterparties` (`updated_at`,`id`);