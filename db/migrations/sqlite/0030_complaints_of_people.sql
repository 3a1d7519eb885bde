CREATE INDEX `complaints_owned` ON `complaints` (`owner_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_owned_state` ON `complaints` (`owner_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_author` ON `complaints` (`created_by`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_author_state` ON `complaints` (`created_by`,`state`,`created_at`,`id`);