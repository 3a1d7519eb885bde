CREATE TABLE `counterparty_word_endings` (
	`ending` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`ending`, `word`)
);
--> statement-breakpoint
CREATE INDEX `counterparties_name_norm` ON `counterparties` (`name_norm`,`id`);
--> statement-breakpoint
INSERT OR IGNORE INTO counterparty_word_endings (ending, word)
WITH RECURSIVE words(word) AS (SELECT DISTINCT word FROM counterparty_words WHERE length(word) >= 3 AND word NOT GLOB '*[0-9]*'),
endings(ending, word) AS (
	SELECT word, word FROM words
	UNION ALL SELECT substr(ending, 2), word FROM endings WHERE length(ending) > 3
)
SELECT ending, word FROM endings;
