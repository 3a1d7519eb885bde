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
CREATE TABLE "counterparty_products" (
	"counterparty_id" text NOT NULL,
	"project_id" text NOT NULL,
	CONSTRAINT "counterparty_products_counterparty_id_project_id_pk" PRIMARY KEY("counterparty_id","project_id")
);
--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "inn" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "kpp" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparties" ADD COLUMN "price_type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "counterparty_phones" ADD COLUMN "contact_id" text;--> statement-breakpoint
CREATE INDEX "counterparty_contacts_counterparty" ON "counterparty_contacts" USING btree ("counterparty_id","position");--> statement-breakpoint
CREATE INDEX "counterparty_emails_address" ON "counterparty_emails" USING btree ("address_norm","counterparty_id");--> statement-breakpoint
CREATE INDEX "counterparty_emails_counterparty" ON "counterparty_emails" USING btree ("counterparty_id","position");--> statement-breakpoint
CREATE INDEX "counterparties_inn" ON "counterparties" USING btree ("inn","id") WHERE inn <> '';