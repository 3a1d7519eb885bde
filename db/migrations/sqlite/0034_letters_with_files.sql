ALTER TABLE `letters` ADD `attachment_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `letters_stuck` ON `letters` (`employee_id`) WHERE state in ('failed', 'unconfirmed');