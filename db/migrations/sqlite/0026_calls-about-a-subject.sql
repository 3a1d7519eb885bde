ALTER TABLE `calls` ADD `script_id` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `subject_id` text;