DROP INDEX `documents_counterparty`;--> statement-breakpoint
CREATE INDEX `documents_counterparty` ON `documents` (`counterparty_id`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_counterparty_closed` ON `complaints` (`counterparty_id`,`closed_at`,`id`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `rounds_counterparty_ended` ON `rounds` (`counterparty_id`,`ended_at`,`id`) WHERE ended_at is not null;