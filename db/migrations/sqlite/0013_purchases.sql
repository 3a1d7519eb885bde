CREATE TABLE `purchases` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`contract_number` text NOT NULL,
	`project_id` text,
	`sum_kopecks` integer NOT NULL,
	`bought_on` text NOT NULL,
	`paid_on` text,
	`note` text NOT NULL,
	`happened_at` integer NOT NULL,
	`made_client` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `purchases_counterparty` ON `purchases` (`counterparty_id`,`happened_at`,`id`) WHERE removed_at is null;