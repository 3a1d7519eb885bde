DROP INDEX "calls_counterparty";--> statement-breakpoint
ALTER TABLE "reactions" ADD COLUMN "counterparty_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "reactions" SET "counterparty_id" = coalesce((SELECT "appeals"."counterparty_id" FROM "appeals" WHERE "appeals"."id" = "reactions"."appeal_id"), '');--> statement-breakpoint
CREATE INDEX "appeals_counterparty_closed" ON "appeals" USING btree ("counterparty_id","closed_at","id") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "next_reactions_counterparty_open" ON "next_reactions" USING btree ("counterparty_id","due_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "next_reactions_counterparty_closed" ON "next_reactions" USING btree ("counterparty_id","ended_at","id") WHERE outcome = 'closed';--> statement-breakpoint
CREATE INDEX "reactions_counterparty" ON "reactions" USING btree ("counterparty_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "calls_counterparty" ON "calls" USING btree ("counterparty_id","arrived_at","id");