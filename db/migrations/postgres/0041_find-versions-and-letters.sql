CREATE TABLE "appeal_words" (
	"word" text COLLATE "C" NOT NULL,
	"appeal_id" text NOT NULL,
	CONSTRAINT "appeal_words_word_appeal_id_pk" PRIMARY KEY("word","appeal_id")
);
--> statement-breakpoint
ALTER TABLE "cities" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "company_numbers" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparty_products" ADD COLUMN "sort_key" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparty_products" ADD COLUMN "updated_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "appeal_words_appeal" ON "appeal_words" USING btree ("appeal_id");--> statement-breakpoint
CREATE INDEX "counterparties_category" ON "counterparties" USING btree ("category","sort_key","id");--> statement-breakpoint
CREATE INDEX "counterparties_category_changed" ON "counterparties" USING btree ("category","updated_at","id");--> statement-breakpoint
CREATE INDEX "counterparty_products_name" ON "counterparty_products" USING btree ("project_id","sort_key","counterparty_id");--> statement-breakpoint
CREATE INDEX "counterparty_products_changed" ON "counterparty_products" USING btree ("project_id","updated_at","counterparty_id");--> statement-breakpoint
CREATE INDEX "pay_frozen_letters_file" ON "pay_frozen_letters" USING btree ("attachment_id") WHERE attachment_id is not null;--> statement-breakpoint
UPDATE "counterparty_products" p SET "sort_key" = c."sort_key", "updated_at" = c."updated_at"
FROM "counterparties" c WHERE c."id" = p."counterparty_id";