-- What identifies a citizen lies in columns called sealed, or as a keyed hash in columns that end in _bidx.
-- row_mac is a keyed MAC over all columns that lie open (app/storage/layout.h); in event and audit over the MAC of the
-- device's row before it as well, so that no row can be taken out. Times are milliseconds of UTC, days are the station's.

CREATE TABLE station (
    id          TEXT PRIMARY KEY,
    unit_code   TEXT NOT NULL,
    name        TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    practice    INTEGER NOT NULL,
    remote_area INTEGER NOT NULL,
    created_ms  BIGINT NOT NULL,
    recovery    BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE device (
    id          TEXT PRIMARY KEY,
    station_id  TEXT NOT NULL REFERENCES station (id),
    name        TEXT NOT NULL,
    block_first INTEGER NOT NULL,
    block_last  INTEGER NOT NULL,
    created_ms  BIGINT NOT NULL,
    row_mac     BLOB NOT NULL,
    CHECK (block_first >= 1 AND block_last <= 99999 AND block_first <= block_last)
);

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    login       TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    active      INTEGER NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE key_slot (
    person_id   TEXT PRIMARY KEY REFERENCES person (id),
    cost        INTEGER NOT NULL,
    salt        BLOB NOT NULL,
    wrapped     BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE setting (
    name        TEXT PRIMARY KEY,
    value       TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE number_counter (
    device_id   TEXT NOT NULL REFERENCES device (id),
    day         TEXT NOT NULL,
    last_no     INTEGER NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (device_id, day)
);

CREATE TABLE receipt_book (
    id          TEXT PRIMARY KEY,
    prefix      TEXT NOT NULL,
    first_no    BIGINT NOT NULL,
    last_no     BIGINT NOT NULL,
    next_no     BIGINT NOT NULL,
    row_mac     BLOB NOT NULL,
    CHECK (next_no >= first_no AND next_no <= last_no + 1)
);

-- open_token names the program that has the draft open, open_at the counter; both empty while nobody has.
CREATE TABLE draft (
    id          TEXT PRIMARY KEY,
    opened_day  TEXT NOT NULL,
    updated_ms  BIGINT NOT NULL,
    step        TEXT NOT NULL,
    person      TEXT NOT NULL,
    open_at     TEXT NOT NULL,
    open_token  TEXT NOT NULL,
    row_version BIGINT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE capture (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    person      TEXT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX capture_by_case ON capture (case_id);

CREATE TABLE attempt (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    day         TEXT NOT NULL,
    kind        TEXT NOT NULL,
    finger      TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX attempt_by_day ON attempt (day, kind, outcome);

CREATE TABLE case_main (
    id            TEXT PRIMARY KEY,
    device_id     TEXT NOT NULL REFERENCES device (id),
    acc_no        TEXT UNIQUE,
    reason        TEXT NOT NULL,
    state         TEXT NOT NULL,
    accepted_ms   BIGINT NOT NULL,
    accepted_day  TEXT NOT NULL,
    form_day      TEXT NOT NULL,
    legal_due     TEXT NOT NULL,
    promise_due   TEXT NOT NULL,
    provisional   INTEGER NOT NULL,
    person        TEXT NOT NULL,
    off_site      INTEGER NOT NULL,
    no_bidx       BLOB NOT NULL,
    last4_bidx    BLOB NOT NULL,
    last6_bidx    BLOB NOT NULL,
    name_bidx     BLOB NOT NULL,
    phone_bidx    BLOB NOT NULL,
    row_version   BIGINT NOT NULL,
    row_mac       BLOB NOT NULL
);

CREATE INDEX case_by_number ON case_main (no_bidx);

CREATE INDEX case_by_last4 ON case_main (last4_bidx, accepted_ms);

CREATE INDEX case_by_last6 ON case_main (last6_bidx, accepted_ms);

CREATE INDEX case_by_name ON case_main (name_bidx, accepted_ms);

CREATE INDEX case_by_phone ON case_main (phone_bidx, accepted_ms);

CREATE INDEX case_by_day ON case_main (accepted_day, reason, state);

CREATE INDEX case_by_due ON case_main (state, legal_due);

-- Numbers that were given out, apart from the case so that a merge may hold two cases of one citizen but never one number
-- twice.
CREATE TABLE acc_registry (
    acc_no      TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL UNIQUE,
    row_mac     BLOB NOT NULL
);

CREATE TABLE case_form (
    case_id     TEXT NOT NULL REFERENCES case_main (id),
    version     BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (case_id, version)
);

CREATE TABLE charge (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_main (id),
    day         TEXT NOT NULL,
    fee_code    TEXT NOT NULL,
    full_fen    BIGINT NOT NULL,
    amount_fen  BIGINT NOT NULL,
    reduction   TEXT NOT NULL,
    basis       TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX charge_by_case ON charge (case_id);

CREATE TABLE payment (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_main (id),
    day         TEXT NOT NULL,
    method      TEXT NOT NULL,
    amount_fen  BIGINT NOT NULL,
    receipt_no  TEXT UNIQUE,
    reference   TEXT NOT NULL,
    person      TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX payment_by_case ON payment (case_id);

CREATE INDEX payment_by_day ON payment (day, method);

-- Every change of a case, written once: (device, sequence) orders them, base_version is the version they were made on.
CREATE TABLE event (
    device_id    TEXT NOT NULL REFERENCES device (id),
    seq          BIGINT NOT NULL,
    event_id     TEXT NOT NULL UNIQUE,
    case_id      TEXT NOT NULL,
    type         TEXT NOT NULL,
    from_state   TEXT NOT NULL,
    to_state     TEXT NOT NULL,
    base_version BIGINT NOT NULL,
    at_ms        BIGINT NOT NULL,
    person       TEXT NOT NULL,
    sealed       BLOB NOT NULL,
    row_mac      BLOB NOT NULL,
    PRIMARY KEY (device_id, seq)
);

CREATE INDEX event_by_case ON event (case_id);

-- Who looked at, printed, changed or tried what.
CREATE TABLE audit (
    device_id   TEXT NOT NULL REFERENCES device (id),
    seq         BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    person      TEXT NOT NULL,
    action      TEXT NOT NULL,
    object      TEXT NOT NULL,
    detail      TEXT NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (device_id, seq)
);

CREATE TABLE outbox (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    row_mac     BLOB NOT NULL
);

-- The papers of a case as they were made, and every time one was sent to a printer.
CREATE TABLE paper (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    copy_no     INTEGER NOT NULL,
    at_ms       BIGINT NOT NULL,
    person      TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX paper_by_case ON paper (case_id, kind);
