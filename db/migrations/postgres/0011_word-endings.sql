CREATE TABLE "counterparty_word_endings" (
	"ending" text COLLATE "C" NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	CONSTRAINT "counterparty_word_endings_ending_word_pk" PRIMARY KEY("ending","word")
);
--> statement-breakpoint
CREATE INDEX "counterparties_name_norm" ON "counterparties" USING btree ("name_norm","id");
--> statement-breakpoint
INSERT INTO counterparty_word_endings (ending, word)
SELECT substr(word, start), word
FROM (SELECT DISTINCT word FROM counterparty_words WHERE length(word) >= 3 AND word !~ '[0-9]') AS words,
	generate_series(1, length(word) - 2) AS start
ON CONFLICT DO NOTHING;
