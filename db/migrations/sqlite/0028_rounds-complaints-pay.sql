CREATE TABLE `complaint_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` text NOT NULL,
	`at` integer NOT NULL,
	`employee_id` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `complaint_calls_of` ON `complaint_calls` (`complaint_id`,`at`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`counterparty_id` text NOT NULL,
	`appeal_id` text NOT NULL,
	`reaction_id` text NOT NULL,
	`call_id` text,
	`round_id` text,
	`department_id` text NOT NULL,
	`owner_id` text,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`cause` text NOT NULL,
	`answer` text NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`taken_at` integer,
	`answer_reaction_id` text,
	`answered_at` integer,
	`answered_by` text,
	`closed_at` integer,
	`closed_by` text,
	`close_reason` text,
	`reopened_count` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_number` ON `complaints` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_reaction` ON `complaints` (`reaction_id`);--> statement-breakpoint
CREATE INDEX `complaints_created` ON `complaints` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_state` ON `complaints` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_department` ON `complaints` (`department_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_department_state` ON `complaints` (`department_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_counterparty` ON `complaints` (`counterparty_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `complaints_owner` ON `complaints` (`owner_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `complaints_round` ON `complaints` (`round_id`);--> statement-breakpoint
CREATE INDEX `complaints_call` ON `complaints` (`call_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`complaint_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `notices_complaint` ON `notices` (`complaint_id`);--> statement-breakpoint
CREATE INDEX `notices_waiting` ON `notices` (`next_attempt_at`) WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE TABLE `pay_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`month` text NOT NULL,
	`amount_kopecks` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pay_corrections_month` ON `pay_corrections` (`month`,`employee_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `pay_freezes` (
	`employee_id` text NOT NULL,
	`month` text NOT NULL,
	`statement` text NOT NULL,
	`frozen_at` integer NOT NULL,
	`frozen_by` text NOT NULL,
	PRIMARY KEY(`employee_id`, `month`)
);
--> statement-breakpoint
CREATE TABLE `pay_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`salary_kopecks` integer NOT NULL,
	`percent_hundredths` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pay_rates_employee` ON `pay_rates` (`employee_id`,`valid_from`,`created_at`);--> statement-breakpoint
CREATE TABLE `round_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`call_id` text,
	`employee_id` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `round_attempts_round` ON `round_attempts` (`round_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `round_attempts_call` ON `round_attempts` (`call_id`) WHERE call_id is not null;--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`manager_id` text NOT NULL,
	`due_on` text NOT NULL,
	`due_from` integer NOT NULL,
	`due_until` integer NOT NULL,
	`time_zone` text NOT NULL,
	`state` text NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`answers` text NOT NULL,
	`call_id` text,
	`refusal` text,
	`letter_state` text,
	`letter_asked_at` integer,
	`letter_received_at` integer,
	`letter_attachment_id` text,
	`complaint_id` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rounds_counterparty` ON `rounds` (`counterparty_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `rounds_open_manager` ON `rounds` (`manager_id`,`due_from`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `rounds_open` ON `rounds` (`due_from`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `rounds_ended_manager` ON `rounds` (`manager_id`,`ended_at`,`id`) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX `rounds_ended` ON `rounds` (`ended_at`,`id`) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX `rounds_owed` ON `rounds` (`manager_id`) WHERE state = 'complaintOwed';--> statement-breakpoint
CREATE INDEX `rounds_letters_manager` ON `rounds` (`manager_id`,`letter_asked_at`,`id`) WHERE letter_state = 'asked';--> statement-breakpoint
CREATE INDEX `rounds_letters` ON `rounds` (`letter_asked_at`,`id`) WHERE letter_state = 'asked';--> statement-breakpoint
CREATE INDEX `rounds_received` ON `rounds` (`counterparty_id`,`letter_received_at`) WHERE letter_state = 'received';--> statement-breakpoint
CREATE INDEX `counterparties_assigned` ON `counterparties` (`assigned_to`,`id`) WHERE assigned_to is not null;