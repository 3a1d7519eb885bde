ALTER TABLE `recordings` ADD `delete_at_provider_at` integer;--> statement-breakpoint
CREATE INDEX `recordings_at_provider` ON `recordings` (`delete_at_provider_at`) WHERE delete_at_provider_at is not null;--> statement-breakpoint
UPDATE `recordings` SET `delete_at_provider_at` = `recorded_at` WHERE `state` IN ('kept', 'gone', 'deleted');
