INSERT INTO `imports` (`id`, `kind`, `state`, `file_name`, `employee_id`, `titles`, `titles_key`, `mapping`, `row_count`, `done_count`, `created_count`, `updated_count`, `error_count`, `created_at`, `undone_count`, `kept_count`)
SELECT `id`, 'counterparties', 'done', `file_name`, `employee_id`, '[]', '', `mapping`, `row_count`, `row_count`, `created_count`, `updated_count`,
	(SELECT count(DISTINCT json_extract(`value`, '$.row')) FROM json_each(`errors`) WHERE json_extract(`value`, '$.problem') IN ('nameMissing', 'tooLong', 'duplicateInFile', 'contractOfSeveral')),
	`created_at`, 0, 0
FROM `counterparty_imports`;--> statement-breakpoint
INSERT INTO `import_rows` (`import_id`, `row`, `result`, `problems`, `cells`)
SELECT `counterparty_imports`.`id`, json_extract(`value`, '$.row'),
	CASE WHEN max(json_extract(`value`, '$.problem') IN ('nameMissing', 'tooLong', 'duplicateInFile', 'contractOfSeveral')) THEN 'error' ELSE 'create' END,
	json_group_array(json_object('field', json_extract(`value`, '$.field'), 'problem', replace(json_extract(`value`, '$.problem'), 'nameMissing', 'missing'))),
	'[]'
FROM `counterparty_imports`, json_each(`errors`)
GROUP BY 1, 2;--> statement-breakpoint
DROP TABLE `counterparty_imports`;