ALTER TABLE `call_claims` ADD `phone_kind` text DEFAULT 'dialled' NOT NULL;--> statement-breakpoint
ALTER TABLE `employees` ADD `phone_kind` text DEFAULT 'dialled' NOT NULL;