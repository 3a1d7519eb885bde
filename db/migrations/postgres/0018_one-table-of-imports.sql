INSERT INTO "imports" ("id", "kind", "state", "file_name", "employee_id", "titles", "titles_key", "mapping", "row_count", "done_count", "created_count", "updated_count", "error_count", "created_at", "undone_count", "kept_count")
SELECT "id", 'counterparties', 'done', "file_name", "employee_id", '[]'::jsonb, '', "mapping", "row_count", "row_count", "created_count", "updated_count",
	(SELECT count(DISTINCT error ->> 'row') FROM jsonb_array_elements("errors") AS error WHERE error ->> 'problem' IN ('nameMissing', 'tooLong', 'duplicateInFile', 'contractOfSeveral')),
	"created_at", 0, 0
FROM "counterparty_imports";--> statement-breakpoint
INSERT INTO "import_rows" ("import_id", "row", "result", "problems", "cells")
SELECT "counterparty_imports"."id", (error ->> 'row')::integer,
	CASE WHEN bool_or(error ->> 'problem' IN ('nameMissing', 'tooLong', 'duplicateInFile', 'contractOfSeveral')) THEN 'error' ELSE 'create' END,
	jsonb_agg(jsonb_build_object('field', error ->> 'field', 'problem', replace(error ->> 'problem', 'nameMissing', 'missing'))),
	'[]'::jsonb
FROM "counterparty_imports", jsonb_array_elements("errors") AS error
GROUP BY 1, 2;--> statement-breakpoint
DROP TABLE "counterparty_imports" CASCADE;