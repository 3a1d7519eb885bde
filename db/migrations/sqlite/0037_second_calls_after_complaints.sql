ALTER TABLE `complaint_calls` ADD `call_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_calls_call` ON `complaint_calls` (`call_id`) WHERE call_id is not null;--> statement-breakpoint
CREATE INDEX `calls_subject` ON `calls` (`subject_id`,`arrived_at`,`id`) WHERE subject_id is not null;