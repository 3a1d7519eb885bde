CREATE TABLE "import_parts" (
	"import_id" text NOT NULL,
	"first_index" integer NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "import_parts_import_id_first_index_pk" PRIMARY KEY("import_id","first_index")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text NOT NULL,
	"row" integer NOT NULL,
	"result" text NOT NULL,
	"problems" jsonb NOT NULL,
	"cells" jsonb,
	"noun_id" text,
	"counterparty_id" text,
	"version" integer,
	"before" jsonb,
	"undoing" text,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"employee_id" text NOT NULL,
	"titles" jsonb NOT NULL,
	"titles_key" text COLLATE "C" NOT NULL,
	"mapping" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"done_count" integer NOT NULL,
	"created_count" integer NOT NULL,
	"updated_count" integer NOT NULL,
	"error_count" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint,
	"failed_at" bigint,
	"undone_from" integer,
	"undone_at" bigint,
	"undone_by" text,
	"undone_count" integer NOT NULL,
	"kept_count" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "import_rows_noun" ON "import_rows" USING btree ("noun_id","import_id") WHERE noun_id is not null;--> statement-breakpoint
CREATE INDEX "import_rows_problems" ON "import_rows" USING btree ("import_id","row") WHERE cells is not null;--> statement-breakpoint
CREATE INDEX "import_rows_kept" ON "import_rows" USING btree ("import_id","row") WHERE undoing in ('changed', 'inUse');--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "imports_kind" ON "imports" USING btree ("kind","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_titles" ON "imports" USING btree ("kind","titles_key","created_at");--> statement-breakpoint
CREATE INDEX "imports_open" ON "imports" USING btree ("created_at","id") WHERE state in ('receiving', 'running', 'undoing');