CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"name_en" text,
	"grants" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"disabled_at" bigint
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "scope" text DEFAULT 'change' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "expires_at" bigint;--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "api_token_id" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "added_roles" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "api_tokens_employee" ON "api_tokens" USING btree ("employee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "api_tokens_newest" ON "api_tokens" USING btree ("created_at","id");