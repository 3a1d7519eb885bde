ALTER TABLE `calls` ADD `consulted_id` text;--> statement-breakpoint
CREATE INDEX `calls_consulted` ON `calls` (`consulted_id`) WHERE ended_at is null;