CREATE INDEX `next_reactions_open_counterparty` ON `next_reactions` (`counterparty_id`,`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_written` ON `next_reactions` (`created_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_department_written` ON `next_reactions` (`responsible_department_id`,`created_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_employee_written` ON `next_reactions` (`responsible_employee_id`,`created_at`,`id`) WHERE ended_at is null;