CREATE INDEX "appeals_project" ON "appeals" USING btree ("project_id","created_at","id");--> statement-breakpoint
CREATE INDEX "appeals_author" ON "appeals" USING btree ("created_by","created_at","id");--> statement-breakpoint
CREATE INDEX "appeals_author_project" ON "appeals" USING btree ("created_by","project_id","created_at","id");--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("created_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "appeals_open_project" ON "appeals" USING btree ("project_id","created_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "appeals_open_author" ON "appeals" USING btree ("created_by","created_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "complaints_owed" ON "complaints" USING btree ("due_at","id") WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX "complaints_owed_department" ON "complaints" USING btree ("department_id","due_at","id") WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX "complaints_owed_owner" ON "complaints" USING btree ("owner_id","due_at","id") WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX "complaints_owed_author" ON "complaints" USING btree ("created_by","due_at","id") WHERE state <> 'answered' and state <> 'closed';--> statement-breakpoint
CREATE INDEX "counterparties_status_changed" ON "counterparties" USING btree ("status","updated_at","id");--> statement-breakpoint
CREATE INDEX "counterparties_city" ON "counterparties" USING btree ("city","sort_key","id");--> statement-breakpoint
CREATE INDEX "counterparties_city_status" ON "counterparties" USING btree ("city","status","sort_key","id");--> statement-breakpoint
CREATE INDEX "counterparties_city_changed" ON "counterparties" USING btree ("city","updated_at","id");--> statement-breakpoint
CREATE INDEX "counterparties_city_status_changed" ON "counterparties" USING btree ("city","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "counterparties_manager" ON "counterparties" USING btree ("assigned_to","sort_key","id");--> statement-breakpoint
CREATE INDEX "counterparties_manager_changed" ON "counterparties" USING btree ("assigned_to","updated_at","id");--> statement-breakpoint
CREATE INDEX "folders_open_sales_manager" ON "folders" USING btree ("sales_manager_id","handed_over_at","id") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "folders_open_handed_over_by" ON "folders" USING btree ("handed_over_by","handed_over_at","id") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "folders_open_taken_by" ON "folders" USING btree ("taken_by","handed_over_at","id") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "reactions_employee_type" ON "reactions" USING btree ("employee_id","type","happened_at","id");--> statement-breakpoint
CREATE INDEX "reactions_department" ON "reactions" USING btree ("department_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "reactions_department_type" ON "reactions" USING btree ("department_id","type","happened_at","id");--> statement-breakpoint
CREATE INDEX "reactions_type" ON "reactions" USING btree ("type","happened_at","id");--> statement-breakpoint
CREATE INDEX "rounds_ended_manager_state" ON "rounds" USING btree ("manager_id","state","ended_at","id") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "rounds_ended_state" ON "rounds" USING btree ("state","ended_at","id") WHERE ended_at is not null;