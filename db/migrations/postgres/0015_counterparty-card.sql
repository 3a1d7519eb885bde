CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"counterparty_id" text NOT NULL,
	"appeal_id" text,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" bigint,
	"removed_by" text,
	"expired_at" bigint,
	"file_deleted_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_fields" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"choices" jsonb NOT NULL,
	"position" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"disabled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "counterparty_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"counterparty_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"birthday" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counterparty_emails" (
	"id" text PRIMARY KEY NOT NULL,
	"counterparty_id" text NOT NULL,
	"address" text NOT NULL,
	"address_norm" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"contact_id" text
);
--> statement-breakpoint
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
CREATE TABLE "counterparty_products" (
	"counterparty_id" text NOT NULL,
	"project_id" text NOT NULL,
	CONSTRAINT "counterparty_products_counterparty_id_project_id_pk" PRIMARY KEY("counterparty_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "counterparty_values" (
	"counterparty_id" text NOT NULL,
	"field_id" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "counterparty_values_counterparty_id_field_id_pk" PRIMARY KEY("counterparty_id","field_id")
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"id" text PRIMARY KEY NOT NULL,
	"counterparty_id" text NOT NULL,
	"contract_number" text NOT NULL,
	"project_id" text,
	"sum_kopecks" bigint NOT NULL,
	"bought_on" text NOT NULL,
	"paid_on" text,
	"note" text NOT NULL,
	"happened_at" bigint NOT NULL,
	"made_client" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" bigint,
	"removed_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "calls_counterparty";--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "inn" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "kpp" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "price_type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "counterparty_phones" ADD COLUMN "contact_id" text;--> statement-breakpoint
ALTER TABLE "reactions" ADD COLUMN "counterparty_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "attachments_counterparty" ON "attachments" USING btree ("counterparty_id","created_at","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "attachments_appeal" ON "attachments" USING btree ("appeal_id","created_at","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "attachments_to_delete" ON "attachments" USING btree ("expired_at","id") WHERE expired_at is not null and file_deleted_at is null;--> statement-breakpoint
CREATE INDEX "counterparty_contacts_counterparty" ON "counterparty_contacts" USING btree ("counterparty_id","position");--> statement-breakpoint
CREATE INDEX "counterparty_emails_address" ON "counterparty_emails" USING btree ("address_norm","counterparty_id");--> statement-breakpoint
CREATE INDEX "counterparty_emails_counterparty" ON "counterparty_emails" USING btree ("counterparty_id","position");--> statement-breakpoint
CREATE INDEX "counterparty_merges_survivor" ON "counterparty_merges" USING btree ("survivor_id","merged_at","id") WHERE undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "counterparty_pairs_cards" ON "counterparty_pairs" USING btree ("one_id","other_id");--> statement-breakpoint
CREATE INDEX "counterparty_pairs_other" ON "counterparty_pairs" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "counterparty_pairs_merge" ON "counterparty_pairs" USING btree ("merge_id") WHERE merge_id is not null;--> statement-breakpoint
CREATE INDEX "counterparty_pairs_open" ON "counterparty_pairs" USING btree ("found_at","id") WHERE dismissed_at is null and merge_id is null;--> statement-breakpoint
CREATE INDEX "purchases_counterparty" ON "purchases" USING btree ("counterparty_id","happened_at","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "appeals_counterparty_closed" ON "appeals" USING btree ("counterparty_id","closed_at","id") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "counterparties_changed" ON "counterparties" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "counterparties_inn" ON "counterparties" USING btree ("inn","id") WHERE inn <> '';--> statement-breakpoint
CREATE INDEX "letters_counterparty" ON "letters" USING btree ("counterparty_id");--> statement-breakpoint
CREATE INDEX "next_reactions_counterparty_open" ON "next_reactions" USING btree ("counterparty_id","due_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "next_reactions_counterparty_closed" ON "next_reactions" USING btree ("counterparty_id","ended_at","id") WHERE outcome = 'closed';--> statement-breakpoint
CREATE INDEX "reactions_counterparty" ON "reactions" USING btree ("counterparty_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "calls_counterparty" ON "calls" USING btree ("counterparty_id","arrived_at","id");
--> statement-breakpoint
UPDATE "reactions" SET "counterparty_id" = coalesce((SELECT "appeals"."counterparty_id" FROM "appeals" WHERE "appeals"."id" = "reactions"."appeal_id"), '');
