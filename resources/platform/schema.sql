-- What a platform keeps, on SQLite and on PostgreSQL alike. Times are milliseconds since 1970, JSON is text.

CREATE TABLE platform (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    schema_no   INTEGER NOT NULL,
    practice    INTEGER NOT NULL CHECK (practice IN (0, 1)),
    epoch       TEXT NOT NULL,
    next        BIGINT NOT NULL
);

CREATE TABLE station (
    unit        TEXT PRIMARY KEY,
    name_zh     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    phone       TEXT NOT NULL,
    suspended   INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE station_key (
    fingerprint TEXT PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES station (unit),
    public_keys TEXT NOT NULL,
    added_ms    BIGINT NOT NULL,
    revoked     INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE station_certificate (
    sha256      TEXT PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES station (unit),
    ends_ms     BIGINT NOT NULL,
    revoked     INTEGER NOT NULL DEFAULT 0
);

-- Every resource of the contract as it is now, and where it stands in the feed. The position comes last in the transaction.
CREATE TABLE resource (
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL,
    station     TEXT NOT NULL,
    version     BIGINT NOT NULL,
    position    BIGINT,
    changed_ms  BIGINT NOT NULL,
    due_ms      BIGINT,
    state       TEXT NOT NULL,
    person_idx  TEXT NOT NULL,
    account     TEXT NOT NULL,
    about       TEXT NOT NULL,
    sha         TEXT NOT NULL,
    body        TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE UNIQUE INDEX resource_feed ON resource (station, position);

CREATE INDEX resource_about ON resource (about, kind);

CREATE INDEX resource_account ON resource (account, kind);

CREATE INDEX resource_due ON resource (due_ms) WHERE due_ms IS NOT NULL;

CREATE INDEX message_queued ON resource (id) WHERE kind = 'messages' AND state = 'QUEUED';

CREATE UNIQUE INDEX booking_live_person ON resource (person_idx)
    WHERE kind = 'bookings' AND state IN ('SUBMITTED', 'MORE_ASKED', 'OFFERED', 'CONFIRMED');

CREATE UNIQUE INDEX application_live_person ON resource (person_idx)
    WHERE kind = 'applications' AND state IN ('SUBMITTED', 'ELIGIBLE', 'PAID');

CREATE TABLE slot (
    id          TEXT PRIMARY KEY,
    place       TEXT NOT NULL,
    day         TEXT NOT NULL,
    starts_min  INTEGER NOT NULL CHECK (starts_min BETWEEN 0 AND 1439),
    minutes     INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 240),
    starts_ms   BIGINT NOT NULL,
    row_version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (place, day, starts_min, minutes) -- a slot of another length takes its time, and closes it
);

CREATE TABLE seat (
    slot        TEXT NOT NULL REFERENCES slot (id),
    seat_no     INTEGER NOT NULL,
    owner       TEXT NOT NULL CHECK (owner IN ('PUBLIC', 'STATION', 'CLOSED')),
    wanted      TEXT NOT NULL DEFAULT '',
    rest_ms     BIGINT NOT NULL DEFAULT 0,
    left_by     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (slot, seat_no)
);

CREATE TABLE reservation (
    id          TEXT PRIMARY KEY,
    booking     TEXT NOT NULL,
    person_idx  TEXT NOT NULL,
    part        INTEGER NOT NULL,
    slot        TEXT NOT NULL,
    seat_no     INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('HELD', 'CONFIRMED', 'ARRIVED', 'NO_SHOW', 'CANCELLED', 'EXPIRED', 'MOVED')),
    held_until  BIGINT,
    CHECK (state <> 'HELD' OR held_until IS NOT NULL),
    FOREIGN KEY (slot, seat_no) REFERENCES seat (slot, seat_no)
);

CREATE UNIQUE INDEX reservation_live_seat ON reservation (slot, seat_no) WHERE state IN ('HELD', 'CONFIRMED', 'ARRIVED');

CREATE UNIQUE INDEX reservation_live_person ON reservation (person_idx)
    WHERE part = 1 AND state IN ('HELD', 'CONFIRMED');

CREATE INDEX reservation_booking ON reservation (booking);

-- Pictures that applicants gave, sealed for the station; base64.
CREATE TABLE attachment (
    id          TEXT PRIMARY KEY,
    station     TEXT NOT NULL,
    booking     TEXT NOT NULL,
    sealed      TEXT NOT NULL
);

-- The applicants' side: who logs in with which telephone, and how. Codes, sessions and links are kept as hashes.
CREATE TABLE account (
    id          TEXT PRIMARY KEY,
    phone       TEXT NOT NULL UNIQUE,
    language    TEXT NOT NULL,
    real_name   TEXT NOT NULL DEFAULT '',
    person_idx  TEXT NOT NULL DEFAULT '',
    created_ms  BIGINT NOT NULL
);

CREATE TABLE session (
    hash        TEXT PRIMARY KEY,
    account     TEXT NOT NULL,
    created_ms  BIGINT NOT NULL,
    used_ms     BIGINT NOT NULL
);

CREATE INDEX session_account ON session (account);

CREATE TABLE login_code (
    session     TEXT PRIMARY KEY,
    phone       TEXT NOT NULL,
    hash        TEXT NOT NULL,
    tries       INTEGER NOT NULL,
    ends_ms     BIGINT NOT NULL
);

-- That codes were sent, to limit it: telephone and address are hashes, the text is empty. On a practice platform also the
-- texts themselves, which are shown.
CREATE TABLE sent (
    id          TEXT PRIMARY KEY,
    phone       TEXT NOT NULL,
    address     TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    text        TEXT NOT NULL,
    at_ms       BIGINT NOT NULL
);

CREATE INDEX sent_phone ON sent (phone, at_ms);

CREATE INDEX sent_address ON sent (address, at_ms);

CREATE INDEX sent_at ON sent (at_ms);

-- An event of a payment provider counts once, by the provider's id of it.
CREATE TABLE provider_event (
    provider    TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    payment     TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (provider, provider_id)
);

-- What became of requests that came by file, for the next package to their station.
CREATE TABLE file_answer (
    package     TEXT NOT NULL,
    entry       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    body        TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (package, entry)
);
