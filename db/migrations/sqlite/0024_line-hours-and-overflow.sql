ALTER TABLE `calls` ADD `overflow_department_id` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `passed_on_by` text;--> statement-breakpoint
CREATE INDEX `calls_passed_on` ON `calls` (`passed_on_by`) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `company_numbers` ADD `hours` text;--> statement-breakpoint
ALTER TABLE `company_numbers` ADD `closed_greeting` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `overflow_department_id` text;--> statement-breakpoint
ALTER TABLE `departments` ADD `overflow_seconds` integer DEFAULT 30 NOT NULL;