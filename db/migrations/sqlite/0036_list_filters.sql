CREATE INDEX `appeals_project` ON `appeals` (`project_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_author` ON `appeals` (`created_by`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_author_project` ON `appeals` (`created_by`,`project_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_open` ON `appeals` (`created_at`,`id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `appeals_open_project` ON `appeals` (`project_id`,`created_at`,`id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `appeals_open_author` ON `appeals` (`created_by`,`created_at`,`id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `complaints_owed` ON `complaints` (`due_at`,`id`) WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX `complaints_owed_department` ON `complaints` (`department_id`,`due_at`,`id`) WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX `complaints_owed_owner` ON `complaints` (`owner_id`,`due_at`,`id`) WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX `complaints_owed_author` ON `complaints` (`created_by`,`due_at`,`id`) WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX `counterparties_status_changed` ON `counterparties` (`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_city` ON `counterparties` (`city`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_city_status` ON `counterparties` (`city`,`status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_city_changed` ON `counterparties` (`city`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_city_status_changed` ON `counterparties` (`city`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_manager` ON `counterparties` (`assigned_to`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_manager_changed` ON `counterparties` (`assigned_to`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `folders_open_sales_manager` ON `folders` (`sales_manager_id`,`handed_over_at`,`id`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `folders_open_handed_over_by` ON `folders` (`handed_over_by`,`handed_over_at`,`id`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `folders_open_taken_by` ON `folders` (`taken_by`,`handed_over_at`,`id`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `reactions_employee_type` ON `reactions` (`employee_id`,`type`,`happened_at`,`id`);--> statement-breakpoint
CREATE INDEX `reactions_department` ON `reactions` (`department_id`,`happened_at`,`id`);--> statement-breakpoint
CREATE INDEX `reactions_department_type` ON `reactions` (`department_id`,`type`,`happened_at`,`id`);--> statement-breakpoint
CREATE INDEX `reactions_type` ON `reactions` (`type`,`happened_at`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_ended_manager_state` ON `rounds` (`manager_id`,`state`,`ended_at`,`id`) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX `rounds_ended_state` ON `rounds` (`state`,`ended_at`,`id`) WHERE ended_at is not null;