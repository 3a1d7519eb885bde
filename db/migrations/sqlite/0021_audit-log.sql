CREATE TABLE `audit_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`employee_id` text,
	`entry_count` integer NOT NULL,
	`head_sequence` integer NOT NULL,
	`head_hash` text NOT NULL,
	`bad_sequence` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `audit_checks_newest` ON `audit_checks` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_cuts` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`employee_id` text,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`employee_id` text,
	`via` text NOT NULL,
	`operation` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`counterparty_id` text,
	`details` text NOT NULL,
	`digests` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_newest` ON `audit_log` (`at`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_log_employee` ON `audit_log` (`employee_id`,`at`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_log_kind` ON `audit_log` (`kind`,`at`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_log_counterparty` ON `audit_log` (`counterparty_id`,`at`,`sequence`);--> statement-breakpoint
CREATE TRIGGER `audit_log_no_insert_before` BEFORE INSERT ON `audit_log`
WHEN NEW.`sequence` <= coalesce((SELECT max(`sequence`) FROM `audit_log`), 0)
BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log`
BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log`
WHEN OLD.`sequence` > coalesce((SELECT max(`sequence`) FROM `audit_cuts`), 0)
BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_cuts_no_update` BEFORE UPDATE ON `audit_cuts`
BEGIN
  SELECT RAISE(ABORT, 'audit_cuts is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_cuts_no_delete` BEFORE DELETE ON `audit_cuts`
BEGIN
  SELECT RAISE(ABORT, 'audit_cuts is append-only');
END;
