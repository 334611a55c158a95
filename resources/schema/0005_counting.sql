-- A delivery that is being counted, so that nothing is lost with the program; what was counted is sealed.

CREATE TABLE delivery_count (
    id          TEXT PRIMARY KEY,
    place       TEXT NOT NULL,
    token       TEXT NOT NULL,
    person      TEXT NOT NULL,
    begun_ms    BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    cards       INTEGER NOT NULL,
    row_version BIGINT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX delivery_count_by_place ON delivery_count (place);

-- Which keys of an office took the place of which, and when: what was signed before is still read.
CREATE TABLE partner_change (
    old_id      TEXT PRIMARY KEY REFERENCES partner (id),
    new_id      TEXT NOT NULL REFERENCES partner (id),
    at_ms       BIGINT NOT NULL,
    row_mac     BLOB NOT NULL
);

-- What lay in stock at the end of a day as its report was printed: the next report begins with it.
CREATE TABLE day_closing (
    day         TEXT NOT NULL,
    stock       TEXT NOT NULL,
    amount      BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    person      TEXT NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (day, stock)
);

-- The report counts what happened on a day.
CREATE INDEX event_by_time ON event (at_ms, type);

CREATE INDEX audit_by_action ON audit (action, at_ms);
