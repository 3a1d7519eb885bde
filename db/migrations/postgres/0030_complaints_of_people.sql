CREATE INDEX "complaints_owned" ON "complaints" USING btree ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_owned_state" ON "complaints" USING btree ("owner_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_author" ON "complaints" USING btree ("created_by","created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_author_state" ON "complaints" USING btree ("created_by","state","created_at","id");