CREATE TABLE `call_supervisions` (
	`call_id` text NOT NULL,
	`generation` integer NOT NULL,
	`employee_id` text NOT NULL,
	`supervised_id` text NOT NULL,
	`label` text NOT NULL,
	`phone_kind` text NOT NULL,
	`modes` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`leg_call_sid` text,
	`joined_at` integer,
	`ended_at` integer,
	`end_reason` text,
	PRIMARY KEY(`call_id`, `generation`)
);
--> statement-breakpoint
CREATE INDEX `call_supervisions_employee` ON `call_supervisions` (`employee_id`,`started_at`);--> statement-breakpoint
DROP INDEX `calls_open`;--> statement-breakpoint
ALTER TABLE `calls` ADD `supervised_by` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `help_asked_at` integer;--> statement-breakpoint
ALTER TABLE `calls` ADD `state_since` integer;--> statement-breakpoint
CREATE INDEX `calls_help` ON `calls` (`help_asked_at`,`id`) WHERE ended_at is null and help_asked_at is not null;--> statement-breakpoint
CREATE INDEX `calls_help_department` ON `calls` (`department_id`,`help_asked_at`,`id`) WHERE ended_at is null and help_asked_at is not null;--> statement-breakpoint
CREATE INDEX `calls_supervised` ON `calls` (`supervised_by`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `calls_open` ON `calls` (`arrived_at`,`id`) WHERE ended_at is null;