CREATE TABLE `script_stays` (
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`script_id` text NOT NULL,
	`machine_version` integer NOT NULL,
	`wording_version` integer NOT NULL,
	`day` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`step` text NOT NULL,
	`seconds` integer,
	`event` text,
	`answer` integer,
	`next_step` text,
	`is_broken_off` integer NOT NULL,
	PRIMARY KEY(`call_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `script_stays_day` ON `script_stays` (`script_id`,`machine_version`,`day`);--> statement-breakpoint
CREATE INDEX `script_stays_step` ON `script_stays` (`script_id`,`machine_version`,`step`,`arrived_at`,`call_id`);--> statement-breakpoint
DROP INDEX `call_script_events_unlisted`;--> statement-breakpoint
DROP INDEX `call_script_events_unlisted_anywhere`;--> statement-breakpoint
CREATE INDEX `call_script_events_unlisted` ON `call_script_events` (`step`,`at`,`id`) WHERE event ->> 'type' = 'caller.saidSomethingElse' and refused is null;--> statement-breakpoint
CREATE INDEX `call_script_events_unlisted_anywhere` ON `call_script_events` (`at`,`id`) WHERE event ->> 'type' = 'caller.saidSomethingElse' and refused is null;--> statement-breakpoint
CREATE INDEX `call_script_runs_started` ON `call_script_runs` (`script_id`,`started_at`,`call_id`);