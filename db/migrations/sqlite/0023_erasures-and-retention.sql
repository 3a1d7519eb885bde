CREATE TABLE `erasure_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`erasure_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`kind` text,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasure_entries_erasure` ON `erasure_entries` (`erasure_id`,`id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`request_number` text NOT NULL,
	`requested_on` text NOT NULL,
	`legal_basis` text NOT NULL,
	`reason` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`work` text,
	`step` integer NOT NULL,
	`place` text,
	`counts` text NOT NULL,
	`hurried_at` integer,
	`finished_at` integer,
	`failed_at` integer
);
--> statement-breakpoint
CREATE INDEX `erasures_newest` ON `erasures` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `erasures_open` ON `erasures` (`created_at`,`id`) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX `erasures_subject` ON `erasures` (`subject_id`) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX `calls_unknown_caller` ON `calls` (`arrived_at`,`id`) WHERE counterparty_id is null and caller_e164 is not null;--> statement-breakpoint
CREATE INDEX `letters_told` ON `letters` (`created_at`,`id`) WHERE state = 'sent' and text <> '';