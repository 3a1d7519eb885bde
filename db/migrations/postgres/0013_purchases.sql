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
CREATE INDEX "purchases_counterparty" ON "purchases" USING btree ("counterparty_id","happened_at","id") WHERE removed_at is null;