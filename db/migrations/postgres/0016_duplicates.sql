CREATE TABLE "counterparty_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"survivor_id" text NOT NULL,
	"merged_id" text NOT NULL,
	"merged_at" bigint NOT NULL,
	"merged_by" text NOT NULL,
	"survivor_version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"undone_at" bigint,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "counterparty_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"likeness" jsonb NOT NULL,
	"found_at" bigint NOT NULL,
	"dismissed_at" bigint,
	"dismissed_by" text,
	"merge_id" text
);
--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "merged_into" text;--> statement-breakpoint
CREATE INDEX "counterparty_merges_survivor" ON "counterparty_merges" USING btree ("survivor_id","merged_at","id") WHERE undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "counterparty_pairs_cards" ON "counterparty_pairs" USING btree ("one_id","other_id");--> statement-breakpoint
CREATE INDEX "counterparty_pairs_other" ON "counterparty_pairs" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "counterparty_pairs_merge" ON "counterparty_pairs" USING btree ("merge_id");--> statement-breakpoint
CREATE INDEX "counterparty_pairs_open" ON "counterparty_pairs" USING btree ("found_at","id") WHERE dismissed_at is null and merge_id is null;--> statement-breakpoint
CREATE INDEX "counterparties_changed" ON "counterparties" USING btree ("updated_at","id");