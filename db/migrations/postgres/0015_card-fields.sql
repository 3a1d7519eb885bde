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
CREATE TABLE "counterparty_values" (
	"counterparty_id" text NOT NULL,
	"field_id" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "counterparty_values_counterparty_id_field_id_pk" PRIMARY KEY("counterparty_id","field_id")
);
