CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`employee_id` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`counterparty_id` text NOT NULL,
	`topic` text NOT NULL,
	`type` text NOT NULL,
	`project_id` text,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`closed_at` integer,
	`closed_by` text,
	`close_reason` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_number` ON `appeals` (`number`);--> statement-breakpoint
CREATE INDEX `appeals_counterparty` ON `appeals` (`counterparty_id`,`closed_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `appeals_created` ON `appeals` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `blocked_numbers` (
	`e164` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`call_id` text,
	`blocked_by` text NOT NULL,
	`blocked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `call_claims` (
	`call_id` text NOT NULL,
	`generation` integer NOT NULL,
	`employee_id` text NOT NULL,
	`purpose` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`label` text NOT NULL,
	`leg_call_sid` text,
	`joined_at` integer,
	`left_at` integer,
	`released_at` integer,
	`release_reason` text,
	PRIMARY KEY(`call_id`, `generation`)
);
--> statement-breakpoint
CREATE INDEX `call_claims_employee` ON `call_claims` (`employee_id`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `call_claims_leg` ON `call_claims` (`leg_call_sid`);--> statement-breakpoint
CREATE TABLE `call_facts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dedupe_key` text NOT NULL,
	`call_id` text,
	`call_sid` text,
	`kind` text NOT NULL,
	`event` text NOT NULL,
	`sequence_number` integer,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`effect` text NOT NULL,
	`answer` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_facts_dedupe` ON `call_facts` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `call_facts_call` ON `call_facts` (`call_id`,`id`);--> statement-breakpoint
CREATE TABLE `call_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`round` integer NOT NULL,
	`purpose` text NOT NULL,
	`department_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	`decline_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_offers_round` ON `call_offers` (`call_id`,`round`,`employee_id`);--> statement-breakpoint
CREATE INDEX `call_offers_open` ON `call_offers` (`employee_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `call_script_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`at` integer NOT NULL,
	`employee_id` text,
	`step` text NOT NULL,
	`event` text NOT NULL,
	`next_step` text NOT NULL,
	`refused` text
);
--> statement-breakpoint
CREATE INDEX `call_script_events_call` ON `call_script_events` (`call_id`,`id`);--> statement-breakpoint
CREATE INDEX `call_script_events_unlisted` ON `call_script_events` (`step`,`id`) WHERE event ->> 'type' = 'caller.saidSomethingElse' and refused is null;--> statement-breakpoint
CREATE TABLE `call_script_runs` (
	`call_id` text PRIMARY KEY NOT NULL,
	`script_id` text NOT NULL,
	`machine_version` integer NOT NULL,
	`wording_version` integer NOT NULL,
	`employee_id` text NOT NULL,
	`snapshot` text NOT NULL,
	`step` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`call_sid` text NOT NULL,
	`conference_sid` text,
	`caller_text` text NOT NULL,
	`caller_kind` text NOT NULL,
	`caller_e164` text,
	`called_number` text NOT NULL,
	`phase` text NOT NULL,
	`snapshot` text NOT NULL,
	`machine_version` integer NOT NULL,
	`version` integer NOT NULL,
	`department_id` text NOT NULL,
	`counterparty_id` text,
	`arrived_at` integer NOT NULL,
	`answered_at` integer,
	`ended_at` integer,
	`outcome` text,
	`outcome_decided_at` integer,
	`ended_by` text,
	`claim_generation` integer NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`claim_expires_at` integer,
	`joined_at` integer,
	`owner_id` text,
	`route` text,
	`records_written_at` integer,
	`unfinished_since` integer,
	`finished_at` integer,
	`finished_by` text,
	`discard_reason` text,
	`hand_over_department_id` text,
	`hand_over_employee_id` text,
	`last_event_at` integer NOT NULL,
	`reconciled_at` integer,
	`quarantined_at` integer,
	`quarantine_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calls_sid` ON `calls` (`call_sid`);--> statement-breakpoint
CREATE INDEX `calls_arrived` ON `calls` (`arrived_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_caller` ON `calls` (`caller_e164`,`arrived_at`);--> statement-breakpoint
CREATE INDEX `calls_counterparty` ON `calls` (`counterparty_id`,`arrived_at`);--> statement-breakpoint
CREATE INDEX `calls_owner` ON `calls` (`owner_id`,`arrived_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_open` ON `calls` (`arrived_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `calls_unfinished` ON `calls` (`unfinished_since`,`id`) WHERE unfinished_since is not null and finished_at is null;--> statement-breakpoint
CREATE INDEX `calls_claimed` ON `calls` (`claimed_by`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`at` integer NOT NULL,
	`employee_id` text,
	`fields` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `changes_noun` ON `changes` (`noun`,`noun_id`,`at`);--> statement-breakpoint
CREATE TABLE `cities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`name_norm` text NOT NULL,
	`region` text NOT NULL,
	`time_zone` text NOT NULL,
	`dialling_codes` text NOT NULL,
	`sort_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE INDEX `cities_name_norm` ON `cities` (`name_norm`);--> statement-breakpoint
CREATE TABLE `company_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`e164` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_numbers_e164` ON `company_numbers` (`e164`);--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`number` text NOT NULL,
	`number_norm` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contracts_number` ON `contracts` (`number_norm`);--> statement-breakpoint
CREATE INDEX `contracts_counterparty` ON `contracts` (`counterparty_id`);--> statement-breakpoint
CREATE TABLE `counterparties` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_norm` text NOT NULL,
	`sort_key` text NOT NULL,
	`status` text NOT NULL,
	`category` text NOT NULL,
	`city_id` text,
	`city` text NOT NULL,
	`contact_person` text NOT NULL,
	`note` text NOT NULL,
	`assigned_to` text,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counterparties_name` ON `counterparties` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_status` ON `counterparties` (`status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `counterparties_created` ON `counterparties` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `counterparty_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`employee_id` text NOT NULL,
	`mapping` text NOT NULL,
	`row_count` integer NOT NULL,
	`created_count` integer NOT NULL,
	`updated_count` integer NOT NULL,
	`errors` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counterparty_phones` (
	`id` text PRIMARY KEY NOT NULL,
	`counterparty_id` text NOT NULL,
	`raw` text NOT NULL,
	`e164` text,
	`extension` text,
	`digits_reversed` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counterparty_phones_e164` ON `counterparty_phones` (`e164`);--> statement-breakpoint
CREATE INDEX `counterparty_phones_reversed` ON `counterparty_phones` (`digits_reversed`);--> statement-breakpoint
CREATE INDEX `counterparty_phones_counterparty` ON `counterparty_phones` (`counterparty_id`,`position`);--> statement-breakpoint
CREATE TABLE `counterparty_words` (
	`word` text NOT NULL,
	`counterparty_id` text NOT NULL,
	PRIMARY KEY(`word`, `counterparty_id`)
);
--> statement-breakpoint
CREATE INDEX `counterparty_words_counterparty` ON `counterparty_words` (`counterparty_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deadlines` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`generation` integer NOT NULL,
	`due_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deadlines_subject` ON `deadlines` (`kind`,`subject_id`,`generation`);--> statement-breakpoint
CREATE INDEX `deadlines_open` ON `deadlines` (`due_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`head_id` text,
	`hours` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE TABLE `employees` (
	`id` text PRIMARY KEY NOT NULL,
	`surname` text NOT NULL,
	`given_name` text NOT NULL,
	`patronymic` text,
	`presents_as` text NOT NULL,
	`email` text NOT NULL,
	`department_id` text NOT NULL,
	`roles` text NOT NULL,
	`phone` text,
	`substitute_id` text,
	`password_hash` text,
	`sort_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employees_email` ON `employees` (`email`);--> statement-breakpoint
CREATE INDEX `employees_department` ON `employees` (`department_id`,`sort_key`);--> statement-breakpoint
CREATE TABLE `feed` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`department_id` text,
	`employee_id` text
);
--> statement-breakpoint
CREATE INDEX `feed_at` ON `feed` (`at`);--> statement-breakpoint
CREATE TABLE `lead_offers` (
	`lead_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`declined_at` integer,
	`decline_reason` text,
	PRIMARY KEY(`lead_id`, `employee_id`)
);
--> statement-breakpoint
CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`next_reaction_id` text NOT NULL,
	`call_id` text,
	`department_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`escalated_at` integer,
	`escalation_reason` text,
	`accepted_at` integer,
	`accepted_by` text,
	`ended_at` integer,
	`end_reason` text,
	`result_reaction_id` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leads_next_reaction` ON `leads` (`next_reaction_id`);--> statement-breakpoint
CREATE INDEX `leads_call` ON `leads` (`call_id`);--> statement-breakpoint
CREATE INDEX `leads_open` ON `leads` (`department_id`,`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `leads_created` ON `leads` (`department_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `live_connections` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`session_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `live_connections_employee` ON `live_connections` (`employee_id`,`last_seen_at`);--> statement-breakpoint
CREATE TABLE `next_reaction_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`next_reaction_id` text NOT NULL,
	`at` integer NOT NULL,
	`employee_id` text,
	`what` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `next_reaction_changes_of` ON `next_reaction_changes` (`next_reaction_id`,`at`);--> statement-breakpoint
CREATE TABLE `next_reactions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`appeal_id` text,
	`reaction_id` text,
	`call_id` text,
	`counterparty_id` text,
	`topic` text NOT NULL,
	`caller_e164` text,
	`responsible_department_id` text NOT NULL,
	`responsible_employee_id` text,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`postponed_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer,
	`ended_by` text,
	`outcome` text,
	`end_reason` text,
	`fulfilled_by_reaction_id` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `next_reactions_open_department` ON `next_reactions` (`responsible_department_id`,`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open_employee` ON `next_reactions` (`responsible_employee_id`,`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_open` ON `next_reactions` (`due_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `next_reactions_appeal` ON `next_reactions` (`appeal_id`);--> statement-breakpoint
CREATE INDEX `next_reactions_reaction` ON `next_reactions` (`reaction_id`);--> statement-breakpoint
CREATE INDEX `next_reactions_call` ON `next_reactions` (`call_id`);--> statement-breakpoint
CREATE INDEX `next_reactions_counterparty` ON `next_reactions` (`counterparty_id`,`responsible_department_id`);--> statement-breakpoint
CREATE INDEX `next_reactions_caller` ON `next_reactions` (`caller_e164`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `phone_commands` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`command` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `phone_commands_open` ON `phone_commands` (`next_attempt_at`,`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `phone_commands_call` ON `phone_commands` (`call_id`,`id`);--> statement-breakpoint
CREATE TABLE `presences` (
	`employee_id` text PRIMARY KEY NOT NULL,
	`chosen` text NOT NULL,
	`since` integer NOT NULL,
	`absent_until` integer,
	`after_call_until` integer
);
--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE TABLE `reaction_reviews` (
	`reaction_id` text PRIMARY KEY NOT NULL,
	`reviewed_by` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	`remark` text,
	`remark_to` text,
	`acknowledged_at` integer,
	`answer` text
);
--> statement-breakpoint
CREATE INDEX `reaction_reviews_remark` ON `reaction_reviews` (`remark_to`,`acknowledged_at`);--> statement-breakpoint
CREATE TABLE `reactions` (
	`id` text PRIMARY KEY NOT NULL,
	`appeal_id` text NOT NULL,
	`call_id` text,
	`type` text NOT NULL,
	`topic` text NOT NULL,
	`note` text NOT NULL,
	`route` text,
	`department_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`happened_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reactions_appeal` ON `reactions` (`appeal_id`,`happened_at`);--> statement-breakpoint
CREATE INDEX `reactions_call` ON `reactions` (`call_id`);--> statement-breakpoint
CREATE INDEX `reactions_happened` ON `reactions` (`happened_at`,`id`);--> statement-breakpoint
CREATE INDEX `reactions_from_calls` ON `reactions` (`happened_at`,`id`) WHERE call_id is not null;--> statement-breakpoint
CREATE INDEX `reactions_employee` ON `reactions` (`employee_id`,`happened_at`);--> statement-breakpoint
CREATE TABLE `requests` (
	`employee_id` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`result` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`employee_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `requests_created` ON `requests` (`created_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text
);
--> statement-breakpoint
CREATE INDEX `sessions_employee` ON `sessions` (`employee_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text
);
--> statement-breakpoint
CREATE TABLE `sign_in_throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failure_at` integer NOT NULL,
	`blocked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wordings` (
	`script_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`note` text NOT NULL,
	`published_by` text,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`script_id`, `version`)
);
