CREATE TABLE `call_measures` (
	`call_id` text PRIMARY KEY NOT NULL,
	`formula_version` integer NOT NULL,
	`day` text NOT NULL,
	`hour` integer NOT NULL,
	`arrived_at` integer NOT NULL,
	`called_number` text NOT NULL,
	`outcome` text NOT NULL,
	`wait_ms` integer NOT NULL,
	`answered_by` text,
	`talk_ms` integer NOT NULL,
	`hold_ms` integer NOT NULL,
	`route` text,
	`hand_over_department_id` text,
	`hand_over_wait_ms` integer,
	`hand_over_taken_by` text,
	`led_by` text,
	`led_department_id` text,
	`items_due` integer NOT NULL,
	`items_done` integer NOT NULL,
	`items_excused` integer NOT NULL,
	`backs` integer NOT NULL,
	`unlisted_answers` integer NOT NULL,
	`refused_answers` integer NOT NULL,
	`broken_off_at` text
);
--> statement-breakpoint
CREATE INDEX `call_measures_day` ON `call_measures` (`day`);--> statement-breakpoint
CREATE INDEX `call_measures_arrived` ON `call_measures` (`arrived_at`,`call_id`);--> statement-breakpoint
CREATE INDEX `call_measures_handed_over` ON `call_measures` (`hand_over_department_id`,`arrived_at`,`call_id`);--> statement-breakpoint
CREATE TABLE `leg_measures` (
	`call_id` text NOT NULL,
	`generation` integer NOT NULL,
	`day` text NOT NULL,
	`employee_id` text NOT NULL,
	`department_id` text NOT NULL,
	`purpose` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `generation`)
);
--> statement-breakpoint
CREATE INDEX `leg_measures_day` ON `leg_measures` (`day`);--> statement-breakpoint
CREATE INDEX `leg_measures_joined` ON `leg_measures` (`joined_at`);--> statement-breakpoint
CREATE TABLE `presence_spans` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`department_id` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `presence_spans_started` ON `presence_spans` (`started_at`);--> statement-breakpoint
CREATE INDEX `presence_spans_employee` ON `presence_spans` (`employee_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `presence_spans_open` ON `presence_spans` (`employee_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `report_views` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_views_employee` ON `report_views` (`employee_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `step_measures` (
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`day` text NOT NULL,
	`employee_id` text NOT NULL,
	`department_id` text NOT NULL,
	`step` text NOT NULL,
	`seconds` integer NOT NULL,
	PRIMARY KEY(`call_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `step_measures_day` ON `step_measures` (`day`);--> statement-breakpoint
CREATE TABLE `wallboard_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`label` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wallboard_tokens_hash` ON `wallboard_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `next_reactions_due` ON `next_reactions` (`due_at`,`id`);