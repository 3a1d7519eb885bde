ALTER TABLE `calls` ADD `direction` text DEFAULT 'inbound' NOT NULL;--> statement-breakpoint
CREATE INDEX `calls_outbound` ON `calls` (`arrived_at`,`id`) WHERE direction = 'outbound';