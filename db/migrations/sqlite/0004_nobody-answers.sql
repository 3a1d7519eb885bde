CREATE TABLE `recording_listens` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`listened_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recording_listens_recording` ON `recording_listens` (`recording_id`,`listened_at`);--> statement-breakpoint
CREATE TABLE `recordings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`call_id` text NOT NULL,
	`recording_sid` text NOT NULL,
	`duration_seconds` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`problem` text,
	`byte_length` integer,
	`sha256` text,
	`kept_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recordings_sid` ON `recordings` (`recording_sid`);--> statement-breakpoint
CREATE INDEX `recordings_call` ON `recordings` (`call_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `recordings_awaited` ON `recordings` (`next_attempt_at`) WHERE state = 'awaited';--> statement-breakpoint
ALTER TABLE `calls` ADD `missed_reaction_id` text;--> statement-breakpoint
CREATE INDEX `calls_missed` ON `calls` (`missed_reaction_id`,`arrived_at`) WHERE missed_reaction_id is not null;--> statement-breakpoint
ALTER TABLE `departments` ADD `ring_order` text DEFAULT 'allAtOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `ring_seconds` integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `tells_position` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `takes_messages` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `call_offers_employee` ON `call_offers` (`employee_id`,`offered_at`);--> statement-breakpoint
CREATE INDEX `next_reactions_missed` ON `next_reactions` (`created_at`,`id`) WHERE kind = 'missedCall';