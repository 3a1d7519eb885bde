CREATE TABLE `counterparty_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`birthday` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counterparty_contacts_counterparty` ON `counterparty_contacts` (`counterparty_id`,`position`);--> statement-breakpoint
CREATE TABLE `counterparty_emails` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`address` text NOT NULL,
	`address_norm` text NOT NULL,
	`position` integer NOT NULL,
	`contact_id` text
);
--> statement-breakpoint
CREATE INDEX `counterparty_emails_address` ON `counterparty_emails` (`address_norm`,`counterparty_id`);--> statement-breakpoint
CREATE INDEX `counterparty_emails_counterparty` ON `counterparty_emails` (`counterparty_id`,`position`);--> statement-breakpoint
CREATE TABLE `counterparty_products` (
	`counterparty_id` text NOT NULL,
	`project_id` text NOT NULL,
	PRIMARY KEY(`counterparty_id`, `project_id`)
);
--> statement-breakpoint
ALTER TABLE `counterparties` ADD `inn` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `counterparties` ADD `kpp` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `counterparties` ADD `price_type` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `counterparties_inn` ON `counterparties` (`inn`,`id`) WHERE inn <> '';--> statement-breakpoint
ALTER TABLE `counterparty_phones` ADD `contact_id` text;