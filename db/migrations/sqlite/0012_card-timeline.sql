DROP INDEX `calls_counterparty`;--> statement-breakpoint
CREATE INDEX `calls_counterparty` ON `calls` (`counterparty_id`,`arrived_at`,`id`);--> statement-breakpoint
ALTER TABLE `reactions` ADD `counterparty_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `reactions` SET `counterparty_id` = coalesce((SELECT `appeals`.`counterparty_id` FROM `appeals` WHERE `appeals`.`id` = `reactions`.`appeal_id`), '');--> statement-breakpoint
CREATE INDEX `reactions_counterparty` ON `reactions` (`counterparty_id`,`happened_at`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_counterparty_closed` ON `appeals` (`counterparty_id`,`closed_at`,`id`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `next_reactions_counterparty_open` ON `next_reactions` (`counterparty_id`,`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_counterparty_closed` ON `next_reactions` (`counterparty_id`,`ended_at`,`id`) WHERE outcome = 'closed';