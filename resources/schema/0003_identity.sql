-- Whose prints were compared with those of all other cases, and where two cases look like one person under two names, or like
-- two people under one number. A reviewer decides; what he wrote is sealed.

CREATE TABLE identity_search (
    case_id     TEXT PRIMARY KEY,
    at_ms       BIGINT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE identity_hit (
    id              TEXT PRIMARY KEY,
    kind            TEXT NOT NULL,
    case_id         TEXT NOT NULL,
    finger          TEXT NOT NULL,
    other_case_id   TEXT NOT NULL,
    other_finger    TEXT NOT NULL,
    at_ms           BIGINT NOT NULL,
    verdict         TEXT NOT NULL,
    decided_ms      BIGINT NOT NULL,
    person          TEXT NOT NULL,
    sealed          BLOB NOT NULL,
    row_mac         BLOB NOT NULL
);

CREATE INDEX identity_hit_open ON identity_hit (verdict, at_ms);
