ALTER TABLE "call_claims" ADD COLUMN "phone_kind" text DEFAULT 'dialled' NOT NULL;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "phone_kind" text DEFAULT 'dialled' NOT NULL;