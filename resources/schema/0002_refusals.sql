-- Applications that were turned down at the counter: the codes of what stood against them lie open for the day's figures,
-- what the clerk wrote is sealed. The written reason that was handed out lies with the papers.

CREATE TABLE refusal (
    case_id     TEXT PRIMARY KEY,
    day         TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    person      TEXT NOT NULL,
    codes       TEXT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX refusal_by_day ON refusal (day);
