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
CREATE TABLE `counterparty_word_endings` (
	`ending` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`ending`, `word`)
);
--> statement-breakpoint
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
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`appeal_id` text NOT NULL,
	`reaction_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`department_id` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`started_at` integer,
	`sent_at` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `letters_newest` ON `letters` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_employee` ON `letters` (`employee_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_reaction` ON `letters` (`reaction_id`);--> statement-breakpoint
CREATE INDEX `letters_waiting` ON `letters` (`next_attempt_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `letters_sending` ON `letters` (`started_at`) WHERE state = 'sending';--> statement-breakpoint
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
CREATE TABLE `slips` (
	`id` text PRIMARY KEY NOT NULL,
	`next_reaction_id` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`listener` text NOT NULL,
	`employee_id` text,
	`department_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `slips_next_reaction` ON `slips` (`next_reaction_id`,`kind`);--> statement-breakpoint
CREATE INDEX `slips_employee` ON `slips` (`employee_id`,`kind`,`at`,`id`) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX `slips_department` ON `slips` (`department_id`,`kind`,`at`,`id`) WHERE settled_at is null and employee_id is null;--> statement-breakpoint
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
CREATE INDEX `counterparties_name_norm` ON `counterparties` (`name_norm`,`id`);--> statement-breakpoint
ALTER TABLE `departments` ADD `escalation` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `employees` ADD `reminder_minutes` integer DEFAULT 10;--> statement-breakpoint
CREATE INDEX `next_reactions_due` ON `next_reactions` (`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `next_reactions_open_counterparty` ON `next_reactions` (`counterparty_id`,`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_written` ON `next_reactions` (`created_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_department_written` ON `next_reactions` (`responsible_department_id`,`created_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_employee_written` ON `next_reactions` (`responsible_employee_id`,`created_at`,`id`) WHERE ended_at is null;
--> statement-breakpoint
INSERT INTO `deadlines` (`id`, `kind`, `subject_id`, `generation`, `due_at`) SELECT 'overdue-' || `id`, 'overdue', `id`, `version`, `due_at` FROM `next_reactions` WHERE `ended_at` IS NULL;
--> statement-breakpoint
INSERT OR IGNORE INTO counterparty_word_endings (ending, word)
WITH RECURSIVE words(word) AS (SELECT DISTINCT word FROM counterparty_words WHERE length(word) >= 3 AND word NOT GLOB '*[0-9]*'),
endings(ending, word) AS (
	SELECT word, word FROM words
	UNION ALL SELECT substr(ending, 2), word FROM endings WHERE length(ending) > 3
)
SELECT ending, word FROM endings;
