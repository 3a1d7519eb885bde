CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`appeal_id` text,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`byte_length` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`expired_at` integer,
	`file_deleted_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_counterparty` ON `attachments` (`counterparty_id`,`created_at`,`id`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `attachments_appeal` ON `attachments` (`appeal_id`,`created_at`,`id`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `attachments_to_delete` ON `attachments` (`expired_at`,`id`) WHERE expired_at is not null and file_deleted_at is null;