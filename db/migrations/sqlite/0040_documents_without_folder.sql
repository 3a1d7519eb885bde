PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`folder_id` text,
	`counterparty_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`project_id` text,
	`template_version` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_documents`("id", "folder_id", "counterparty_id", "kind", "number", "project_id", "template_version", "title", "text", "made_by", "made_at") SELECT "id", "folder_id", "counterparty_id", "kind", "number", "project_id", "template_version", "title", "text", "made_by", "made_at" FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_number` ON `documents` (`kind`,`number`);--> statement-breakpoint
CREATE INDEX `documents_folder` ON `documents` (`folder_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `documents_counterparty` ON `documents` (`counterparty_id`,`made_at`,`id`);