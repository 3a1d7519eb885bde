ALTER TABLE `presences` ADD `unreachable_from` integer;--> statement-breakpoint
UPDATE `presences` SET `unreachable_from` = `since`;