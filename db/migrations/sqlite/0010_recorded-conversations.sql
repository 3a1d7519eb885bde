ALTER TABLE `company_numbers` ADD `records_conversations` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `company_numbers` ADD `retention_days` integer DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE `company_numbers` ADD `announcement` text DEFAULT 'Разговор записывается.' NOT NULL;--> statement-breakpoint
ALTER TABLE `recordings` ADD `peaks` text;--> statement-breakpoint
ALTER TABLE `recordings` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `recordings_kept` ON `recordings` (`recorded_at`,`id`) WHERE state = 'kept';