ALTER TABLE `calls` ADD `offered_employee_id` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `offer_round` integer;--> statement-breakpoint
CREATE INDEX `calls_offered` ON `calls` (`department_id`,`arrived_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `calls_led` ON `calls` (`owner_id`) WHERE ended_at is null;