ALTER TABLE `calls` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `live_connections` ADD `browser_phone` text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE `presences` ADD `silent_from` integer;--> statement-breakpoint
ALTER TABLE `presences` ADD `silent_until` integer;