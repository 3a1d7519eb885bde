ALTER TABLE `departments` ADD `ring_order` text DEFAULT 'allAtOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `ring_seconds` integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `tells_position` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `call_offers_employee` ON `call_offers` (`employee_id`,`offered_at`);