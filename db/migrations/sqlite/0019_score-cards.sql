CREATE TABLE `conversation_facts` (
	`call_id` text PRIMARY KEY NOT NULL,
	`arrived_at` integer NOT NULL,
	`refused_answers` integer NOT NULL,
	`unlisted_answers` integer NOT NULL,
	`longest_step_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversation_facts_arrived` ON `conversation_facts` (`arrived_at`,`call_id`,`longest_step_seconds`);--> statement-breakpoint
CREATE INDEX `conversation_facts_refused` ON `conversation_facts` (`arrived_at`,`call_id`) WHERE refused_answers > 0;--> statement-breakpoint
CREATE INDEX `conversation_facts_unlisted` ON `conversation_facts` (`arrived_at`,`call_id`) WHERE unlisted_answers > 0;--> statement-breakpoint
CREATE TABLE `score_card_editions` (
	`card_id` text NOT NULL,
	`edition` integer NOT NULL,
	`content` text NOT NULL,
	`sent_at` integer NOT NULL,
	`sent_by` text NOT NULL,
	`acknowledged_at` integer,
	`objected_at` integer,
	`objection` text,
	`upheld_at` integer,
	`upheld_by` text,
	`reply` text,
	PRIMARY KEY(`card_id`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `score_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`employee_id` text NOT NULL,
	`department_id` text NOT NULL,
	`state` text NOT NULL,
	`edition` integer NOT NULL,
	`version` integer NOT NULL,
	`wording_version` integer NOT NULL,
	`script_id` text NOT NULL,
	`criteria` text NOT NULL,
	`content` text NOT NULL,
	`percent` integer,
	`sent_at` integer,
	`sent_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_cards_call` ON `score_cards` (`call_id`);--> statement-breakpoint
CREATE INDEX `score_cards_arrived` ON `score_cards` (`arrived_at`,`call_id`);--> statement-breakpoint
CREATE INDEX `score_cards_state` ON `score_cards` (`state`,`arrived_at`,`call_id`);--> statement-breakpoint
CREATE INDEX `score_cards_department` ON `score_cards` (`department_id`,`arrived_at`,`call_id`);--> statement-breakpoint
CREATE INDEX `score_cards_employee` ON `score_cards` (`employee_id`,`arrived_at`,`call_id`);--> statement-breakpoint
CREATE INDEX `score_cards_waiting` ON `score_cards` (`employee_id`) WHERE state in ('sent', 'upheld');--> statement-breakpoint
CREATE INDEX `score_cards_objected` ON `score_cards` (`department_id`) WHERE state = 'objected';