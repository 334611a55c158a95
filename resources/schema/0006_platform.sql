-- The booking platform as the station knows it: what it said, as far as it was read; bodies are sealed.

CREATE TABLE platform_link (
    id          TEXT PRIMARY KEY,
    epoch       TEXT NOT NULL,
    cursor      TEXT NOT NULL,
    read_ms     BIGINT NOT NULL,
    reconciled  TEXT NOT NULL,
    earlier     TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE platform_item (
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL,
    version     BIGINT NOT NULL,
    state       TEXT NOT NULL,
    day         TEXT NOT NULL,
    about       TEXT NOT NULL,
    changed_ms  BIGINT NOT NULL,
    no_bidx     BLOB NOT NULL,
    name_bidx   BLOB NOT NULL,
    code_bidx   BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE INDEX platform_item_by_state ON platform_item (kind, state, changed_ms);

CREATE INDEX platform_item_by_day ON platform_item (kind, day);

CREATE INDEX platform_item_by_about ON platform_item (about, kind);

-- What the station says to the platform, in the order of each lane; it leaves when there is a line.
CREATE TABLE platform_outgoing (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    lane        TEXT NOT NULL,
    seq         BIGINT NOT NULL UNIQUE,
    state       INTEGER NOT NULL,
    created_ms  BIGINT NOT NULL,
    person      TEXT NOT NULL,
    tries       INTEGER NOT NULL,
    next_ms     BIGINT NOT NULL,
    sent_ms     BIGINT NOT NULL,
    error       TEXT NOT NULL,
    if_match    BIGINT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE INDEX platform_outgoing_by_state ON platform_outgoing (state, seq);

CREATE INDEX platform_outgoing_by_lane ON platform_outgoing (lane, seq);

-- The station's own seats that it gave away, also while there was no line: none twice, whatever a program does.
CREATE TABLE station_seat (
    slot        TEXT NOT NULL,
    seat_no     INTEGER NOT NULL,
    booking     TEXT NOT NULL,
    live        INTEGER NOT NULL,
    at_ms       BIGINT NOT NULL,
    row_mac     BLOB NOT NULL,
    PRIMARY KEY (slot, seat_no, booking)
);

CREATE UNIQUE INDEX station_seat_live ON station_seat (slot, seat_no) WHERE live = 1;

CREATE INDEX station_seat_booking ON station_seat (booking);

-- What a person must look at: a difference found at night, an entry that does not fit, a newer kind.
CREATE TABLE platform_task (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    about       TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    done_ms     BIGINT NOT NULL,
    person      TEXT NOT NULL,
    detail      TEXT NOT NULL,
    row_mac     BLOB NOT NULL
);

-- Who is at work on a booking, at a station without a line.
CREATE TABLE platform_claim (
    about       TEXT PRIMARY KEY,
    id          TEXT NOT NULL,
    person      TEXT NOT NULL,
    name        TEXT NOT NULL,
    device      TEXT NOT NULL,
    until_ms    BIGINT NOT NULL,
    row_mac     BLOB NOT NULL
);

CREATE TABLE booking_place (
    id          TEXT PRIMARY KEY,
    row_version BIGINT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);

-- With what an officer signs his decisions.
CREATE TABLE officer_key (
    login       TEXT NOT NULL,
    id          TEXT PRIMARY KEY,
    at_ms       BIGINT NOT NULL,
    public      TEXT NOT NULL,
    sealed      BLOB NOT NULL,
    row_mac     BLOB NOT NULL
);
