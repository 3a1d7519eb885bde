DROP INDEX "appeals_counterparty";--> statement-breakpoint
DROP INDEX "changes_noun";--> statement-breakpoint
DROP INDEX "employees_department";--> statement-breakpoint
DROP INDEX "reaction_reviews_remark";--> statement-breakpoint
CREATE INDEX "blocked_numbers_newest" ON "blocked_numbers" USING btree ("blocked_at","e164");--> statement-breakpoint
CREATE INDEX "call_script_events_unlisted_anywhere" ON "call_script_events" USING btree ("id") WHERE event ->> 'type' = 'caller.saidSomethingElse' and refused is null;--> statement-breakpoint
CREATE INDEX "calls_unfinished_owner" ON "calls" USING btree ("owner_id","unfinished_since","id") WHERE unfinished_since is not null and finished_at is null;--> statement-breakpoint
CREATE INDEX "changes_newest" ON "changes" USING btree ("noun","at","id");--> statement-breakpoint
CREATE INDEX "cities_name" ON "cities" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "counterparty_imports_newest" ON "counterparty_imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "employees_name" ON "employees" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "reactions_appeal_employee" ON "reactions" USING btree ("appeal_id","employee_id");--> statement-breakpoint
CREATE INDEX "appeals_counterparty" ON "appeals" USING btree ("counterparty_id","created_at","id");--> statement-breakpoint
CREATE INDEX "changes_noun" ON "changes" USING btree ("noun","noun_id","at","id");--> statement-breakpoint
CREATE INDEX "employees_department" ON "employees" USING btree ("department_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "reaction_reviews_remark" ON "reaction_reviews" USING btree ("remark_to","reviewed_at","reaction_id") WHERE acknowledged_at is null;