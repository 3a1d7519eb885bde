CREATE TABLE `appeal_words` (
	`word` text NOT NULL,
	`appeal_id` text NOT NULL,
	PRIMARY KEY(`word`, `appeal_id`)
);
--> statement-breakpoint
CREATE INDEX `appeal_words_appeal` ON `appeal_words` (`appeal_id`);--> statement-breakpoint
ALTER TABLE `cities` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `company_numbers` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `counterparty_products` ADD `sort_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `counterparty_products` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `counterparty_products_name` ON `counterparty_products` (`project_id`,`sort_key`,`counterparty_id`);--> statement-breakpoint
CREATE INDEX `counterparty_products_changed` ON `counterparty_products` (`project_id`,`updated_at`,`counterparty_id`);--> statement-breakpoint
ALTER TABLE `employees` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `projects` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `counterparties_category` ON `counterparties` (`category`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_category_changed` ON `counterparties` (`category`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `pay_frozen_letters_file` ON `pay_frozen_letters` (`attachment_id`) WHERE attachment_id is not null;--> statement-breakpoint
UPDATE `counterparty_products` SET
  `sort_key` = (SELECT c.`sort_key` FROM `counterparties` c WHERE c.`id` = `counterparty_products`.`counterparty_id`),
  `updated_at` = (SELECT c.`updated_at` FROM `counterparties` c WHERE c.`id` = `counterparty_products`.`counterparty_id`)
WHERE `counterparty_id` IN (SELECT `id` FROM `counterparties`);