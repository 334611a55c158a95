-- From the slip to the card in hand. How far a case is, besides its state, is sealed; what lists and counts need lies open.

CREATE TABLE case_progress (
    case_id     TEXT PRIMARY KEY REFERENCES case_main (id),
    version     BIGINT NOT NULL,
    round       INTEGER NOT NULL,
    since_ms    BIGINT NOT NULL,
    box         TEXT NOT NULL,
    slot        TEXT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX case_by_state ON case_main (state, accepted_ms);

-- A place holds one card.
CREATE UNIQUE INDEX case_progress_place ON case_progress (box, slot) WHERE box <> '';

-- Money that went back; the voucher is numbered by the station.
CREATE TABLE refund (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_main (id),
    day         TEXT NOT NULL,
    amount_fen  BIGINT NOT NULL,
    reason      TEXT NOT NULL,
    voucher_no  TEXT NOT NULL UNIQUE,
    person      TEXT NOT NULL,
    row_mac     BLOB NOT NULL,
    CHECK (amount_fen > 0)
);

CREATE INDEX refund_by_case ON refund (case_id);

CREATE INDEX refund_by_day ON refund (day);

-- Every time the citizen was called.
CREATE TABLE notice (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_main (id),
    day         TEXT NOT NULL,
    way         TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    person      TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX notice_by_case ON notice (case_id);

-- Blank laminated forms of temporary cards, by their serial number.
CREATE TABLE blank_card (
    serial      TEXT PRIMARY KEY,
    state       TEXT NOT NULL,
    case_id     TEXT NOT NULL,
    day         TEXT NOT NULL,
    until_day   TEXT NOT NULL,
    person      TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX blank_card_by_case ON blank_card (case_id);

CREATE INDEX blank_card_by_state ON blank_card (state, serial);

-- The keys with which the station signs and opens what crosses its border; and those of its partners, confirmed by two officers.
CREATE TABLE exchange_key (
    id          TEXT PRIMARY KEY,
    at_ms       BIGINT NOT NULL,
    public      BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE partner (
    id          TEXT PRIMARY KEY,
    role        TEXT NOT NULL,
    name        TEXT NOT NULL,
    practice    INTEGER NOT NULL,
    public      BLOB NOT NULL,
    valid_until TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

-- What left, and what came of it.
CREATE TABLE package (
    id          TEXT PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    partner_id  TEXT NOT NULL,
    state       TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    person      TEXT NOT NULL,
    file        TEXT NOT NULL,
    hash        BLOB NOT NULL,
    bytes       BIGINT NOT NULL,
    cases       INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE package_case (
    package_id  TEXT NOT NULL REFERENCES package (id),
    case_id     TEXT NOT NULL,
    round       INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    acknowledged INTEGER NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (package_id, case_id)
);

CREATE INDEX package_case_by_case ON package_case (case_id);

-- What came back, file by file and line by line, each with what it did.
CREATE TABLE feedback (
    id          TEXT PRIMARY KEY,
    partner_id  TEXT NOT NULL,
    hash        BLOB NOT NULL,
    at_ms       BIGINT NOT NULL,
    lines       INTEGER NOT NULL,
    person      TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE feedback_line (
    feedback_id TEXT NOT NULL REFERENCES feedback (id),
    line        INTEGER NOT NULL,
    acc_no      TEXT NOT NULL,
    round       INTEGER NOT NULL,
    event       TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (feedback_id, line)
);
