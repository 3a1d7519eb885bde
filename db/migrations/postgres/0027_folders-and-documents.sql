CREATE TABLE "document_templates" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"note" text NOT NULL,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL,
	CONSTRAINT "document_templates_kind_version_pk" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"folder_id" text NOT NULL,
	"counterparty_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"project_id" text,
	"template_version" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "folder_deviations" (
	"id" text PRIMARY KEY NOT NULL,
	"folder_id" text NOT NULL,
	"text" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_at" bigint NOT NULL,
	"next_reaction_ids" jsonb NOT NULL,
	"settled_at" bigint,
	"settled_by" text,
	"settlement" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "folder_purchases" (
	"folder_id" text NOT NULL,
	"purchase_id" text NOT NULL,
	CONSTRAINT "folder_purchases_folder_id_purchase_id_pk" PRIMARY KEY("folder_id","purchase_id")
);
--> statement-breakpoint
CREATE TABLE "folder_signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"folder_id" text NOT NULL,
	"step" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_as" text NOT NULL,
	"signed_at" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reopened_at" bigint,
	"reopened_by" text,
	"reopen_reason" text
);
--> statement-breakpoint
CREATE TABLE "folders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"counterparty_id" text NOT NULL,
	"appeal_id" text NOT NULL,
	"state" text NOT NULL,
	"sales_manager_id" text NOT NULL,
	"handed_over_by" text NOT NULL,
	"handed_over_at" bigint NOT NULL,
	"city" text NOT NULL,
	"contact_person" text NOT NULL,
	"phone" text NOT NULL,
	"invoice_number" text NOT NULL,
	"contract_copies" integer NOT NULL,
	"invoice_copies" integer NOT NULL,
	"has_parts" boolean NOT NULL,
	"has_services" boolean NOT NULL,
	"note" text NOT NULL,
	"taken_by" text,
	"taken_at" bigint,
	"work_next_reaction_id" text NOT NULL,
	"courier" jsonb,
	"courier_ordered_at" bigint,
	"courier_ordered_by" text,
	"key_next_reaction_id" text,
	"key_confirmed_at" bigint,
	"key_confirmed_by" text,
	"welcome_call_id" text,
	"welcomed_at" bigint,
	"contacts_letter_id" text,
	"delivery_on" text,
	"delivery_next_reaction_id" text,
	"collected_at" bigint,
	"collected_by" text,
	"delivered_at" bigint,
	"delivered_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "documents_number" ON "documents" USING btree ("kind","number");--> statement-breakpoint
CREATE INDEX "documents_folder" ON "documents" USING btree ("folder_id","made_at");--> statement-breakpoint
CREATE INDEX "documents_counterparty" ON "documents" USING btree ("counterparty_id");--> statement-breakpoint
CREATE INDEX "folder_deviations_folder" ON "folder_deviations" USING btree ("folder_id","reported_at");--> statement-breakpoint
CREATE UNIQUE INDEX "folder_purchases_purchase" ON "folder_purchases" USING btree ("purchase_id");--> statement-breakpoint
CREATE INDEX "folder_signatures_folder" ON "folder_signatures" USING btree ("folder_id","signed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "folder_signatures_once" ON "folder_signatures" USING btree ("folder_id","step") WHERE reopened_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "folders_number" ON "folders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "folders_newest" ON "folders" USING btree ("handed_over_at","id");--> statement-breakpoint
CREATE INDEX "folders_open" ON "folders" USING btree ("handed_over_at","id") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "folders_state" ON "folders" USING btree ("state","handed_over_at","id");--> statement-breakpoint
CREATE INDEX "folders_counterparty" ON "folders" USING btree ("counterparty_id","handed_over_at","id");--> statement-breakpoint
CREATE INDEX "folders_sales_manager" ON "folders" USING btree ("sales_manager_id","handed_over_at","id");--> statement-breakpoint
CREATE INDEX "folders_taken_by" ON "folders" USING btree ("taken_by","handed_over_at","id");