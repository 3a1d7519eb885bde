CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`name_en` text,
	`grants` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
ALTER TABLE `api_tokens` ADD `scope` text DEFAULT 'change' NOT NULL;--> statement-breakpoint
ALTER TABLE `api_tokens` ADD `expires_at` integer;--> statement-breakpoint
CREATE INDEX `api_tokens_employee` ON `api_tokens` (`employee_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `api_tokens_newest` ON `api_tokens` (`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `changes` ADD `api_token_id` text;--> statement-breakpoint
ALTER TABLE `employees` ADD `added_roles` text DEFAULT '[]' NOT NULL;