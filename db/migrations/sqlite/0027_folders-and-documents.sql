CREATE TABLE `document_templates` (
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`note` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`counterparty_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`project_id` text,
	`template_version` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_number` ON `documents` (`kind`,`number`);--> statement-breakpoint
CREATE INDEX `documents_folder` ON `documents` (`folder_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `documents_counterparty` ON `documents` (`counterparty_id`);--> statement-breakpoint
CREATE TABLE `folder_deviations` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`text` text NOT NULL,
	`reported_by` text NOT NULL,
	`reported_at` integer NOT NULL,
	`next_reaction_ids` text NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`settlement` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `folder_deviations_folder` ON `folder_deviations` (`folder_id`,`reported_at`);--> statement-breakpoint
CREATE TABLE `folder_purchases` (
	`folder_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	PRIMARY KEY(`folder_id`, `purchase_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `folder_purchases_purchase` ON `folder_purchases` (`purchase_id`);--> statement-breakpoint
CREATE TABLE `folder_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`step` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_as` text NOT NULL,
	`signed_at` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`reopened_at` integer,
	`reopened_by` text,
	`reopen_reason` text
);
--> statement-breakpoint
CREATE INDEX `folder_signatures_folder` ON `folder_signatures` (`folder_id`,`signed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `folder_signatures_once` ON `folder_signatures` (`folder_id`,`step`) WHERE reopened_at is null;--> statement-breakpoint
CREATE TABLE `folders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`counterparty_id` text NOT NULL,
	`appeal_id` text NOT NULL,
	`state` text NOT NULL,
	`sales_manager_id` text NOT NULL,
	`handed_over_by` text NOT NULL,
	`handed_over_at` integer NOT NULL,
	`city` text NOT NULL,
	`contact_person` text NOT NULL,
	`phone` text NOT NULL,
	`invoice_number` text NOT NULL,
	`contract_copies` integer NOT NULL,
	`invoice_copies` integer NOT NULL,
	`has_parts` integer NOT NULL,
	`has_services` integer NOT NULL,
	`note` text NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`work_next_reaction_id` text NOT NULL,
	`courier` text,
	`courier_ordered_at` integer,
	`courier_ordered_by` text,
	`key_next_reaction_id` text,
	`key_confirmed_at` integer,
	`key_confirmed_by` text,
	`welcome_call_id` text,
	`welcomed_at` integer,
	`contacts_letter_id` text,
	`delivery_on` text,
	`delivery_next_reaction_id` text,
	`collected_at` integer,
	`collected_by` text,
	`delivered_at` integer,
	`delivered_by` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `folders_number` ON `folders` (`number`);--> statement-breakpoint
CREATE INDEX `folders_newest` ON `folders` (`handed_over_at`,`id`);--> statement-breakpoint
CREATE INDEX `folders_open` ON `folders` (`handed_over_at`,`id`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `folders_state` ON `folders` (`state`,`handed_over_at`,`id`);--> statement-breakpoint
CREATE INDEX `folders_counterparty` ON `folders` (`counterparty_id`,`handed_over_at`,`id`);--> statement-breakpoint
CREATE INDEX `folders_sales_manager` ON `folders` (`sales_manager_id`,`handed_over_at`,`id`);--> statement-breakpoint
CREATE INDEX `folders_taken_by` ON `folders` (`taken_by`,`handed_over_at`,`id`);