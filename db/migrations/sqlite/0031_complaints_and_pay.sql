CREATE TABLE `complaint_reactions` (
	`complaint_id` text NOT NULL,
	`reaction_id` text NOT NULL,
	PRIMARY KEY(`complaint_id`, `reaction_id`)
);
--> statement-breakpoint
CREATE TABLE `pay_frozen_letters` (
	`employee_id` text NOT NULL,
	`month` text NOT NULL,
	`round_id` text NOT NULL,
	`counterparty_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`attachment_id` text,
	PRIMARY KEY(`employee_id`, `month`, `round_id`)
);
--> statement-breakpoint
CREATE TABLE `pay_frozen_purchases` (
	`employee_id` text NOT NULL,
	`month` text NOT NULL,
	`purchase_id` text NOT NULL,
	`counterparty_id` text NOT NULL,
	`contract_number` text NOT NULL,
	`paid_on` text NOT NULL,
	`sum_kopecks` integer NOT NULL,
	`why` text,
	PRIMARY KEY(`employee_id`, `month`, `purchase_id`)
);
--> statement-breakpoint
CREATE INDEX `pay_frozen_purchases_of` ON `pay_frozen_purchases` (`purchase_id`);--> statement-breakpoint
ALTER TABLE `notices` ADD `kind` text DEFAULT 'received' NOT NULL;--> statement-breakpoint
ALTER TABLE `notices` ADD `reaction_id` text;--> statement-breakpoint
CREATE INDEX `purchases_paid` ON `purchases` (`paid_on`,`id`) WHERE removed_at is null;--> statement-breakpoint
INSERT INTO `complaint_reactions` (`complaint_id`, `reaction_id`)
SELECT `id`, `answer_reaction_id` FROM `complaints` WHERE `answer_reaction_id` IS NOT NULL
UNION
SELECT `complaints`.`id`, `next_reactions`.`reaction_id` FROM `complaints`
JOIN `next_reactions` ON `next_reactions`.`appeal_id` = `complaints`.`appeal_id`
WHERE `complaints`.`reopened_count` > 0 AND `next_reactions`.`kind` = 'complaint' AND `next_reactions`.`reaction_id` IS NOT NULL
	AND `next_reactions`.`reaction_id` NOT IN (SELECT `reaction_id` FROM `complaints`);--> statement-breakpoint
INSERT INTO `pay_frozen_purchases` (`employee_id`, `month`, `purchase_id`, `counterparty_id`, `contract_number`, `paid_on`, `sum_kopecks`)
SELECT `pay_freezes`.`employee_id`, `pay_freezes`.`month`, `purchases`.`id`, `purchases`.`counterparty_id`, `purchases`.`contract_number`, coalesce(`purchases`.`paid_on`, ''), `purchases`.`sum_kopecks`
FROM `pay_freezes` CROSS JOIN json_each(`pay_freezes`.`statement`, '$.purchaseIds') AS `kept` JOIN `purchases` ON `purchases`.`id` = `kept`.`value`;--> statement-breakpoint
INSERT INTO `pay_frozen_letters` (`employee_id`, `month`, `round_id`, `counterparty_id`, `received_at`, `attachment_id`)
SELECT `pay_freezes`.`employee_id`, `pay_freezes`.`month`, `rounds`.`id`, `rounds`.`counterparty_id`, `rounds`.`letter_received_at`, `rounds`.`letter_attachment_id`
FROM `pay_freezes` CROSS JOIN json_each(`pay_freezes`.`statement`, '$.letterRoundIds') AS `kept` JOIN `rounds` ON `rounds`.`id` = `kept`.`value`
WHERE `rounds`.`letter_received_at` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `complaints` DROP COLUMN `answer_reaction_id`;