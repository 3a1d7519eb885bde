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
ALTER TABLE `counterparties` ADD `emails` text DEFAULT '[]' NOT NULL;