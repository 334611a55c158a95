#pragma once

#include <QLatin1StringView>

#include <array>

namespace idcounter {

// A table as the repositories write and read it: its columns that lie open, in the order in which the row's MAC covers
// them, and those that are sealed, which guard themselves. The first open columns are the primary key.
struct Layout
{
    const char *table;
    const char *open;
    const char *sealed = "";
    int keys = 1;
};

namespace layout {

inline constexpr Layout station{
    .table = "station",
    .open = "id, unit_code, name, issuer, practice, remote_area, created_ms, recovery",
};
inline constexpr Layout device{
    .table = "device",
    .open = "id, station_id, name, block_first, block_last, created_ms",
};
inline constexpr Layout person{
    .table = "person",
    .open = "id, login, name, role, active",
};
inline constexpr Layout keySlot{
    .table = "key_slot",
    .open = "person_id, cost, salt, wrapped",
};
inline constexpr Layout setting{
    .table = "setting",
    .open = "name, value",
};
inline constexpr Layout numberCounter{
    .table = "number_counter",
    .open = "device_id, day, last_no",
    .keys = 2,
};
inline constexpr Layout receiptBook{
    .table = "receipt_book",
    .open = "id, prefix, first_no, last_no, next_no",
};
inline constexpr Layout draft{
    .table = "draft",
    .open = "id, opened_day, updated_ms, step, person, open_at, open_token, row_version",
    .sealed = "sealed",
};
inline constexpr Layout capture{
    .table = "capture",
    .open = "id, case_id, kind, at_ms, person",
    .sealed = "sealed",
};
inline constexpr Layout attempt{
    .table = "attempt",
    .open = "id, case_id, day, kind, finger, outcome, reason",
};
inline constexpr Layout caseMain{
    .table = "case_main",
    .open = "id, device_id, acc_no, reason, state, accepted_ms, accepted_day, form_day, legal_due, promise_due, "
            "provisional, person, off_site, no_bidx, last4_bidx, last6_bidx, name_bidx, phone_bidx, row_version",
};
inline constexpr Layout accRegistry{
    .table = "acc_registry",
    .open = "acc_no, case_id",
};
inline constexpr Layout caseForm{
    .table = "case_form",
    .open = "case_id, version, at_ms",
    .sealed = "sealed",
    .keys = 2,
};
inline constexpr Layout charge{
    .table = "charge",
    .open = "id, case_id, day, fee_code, full_fen, amount_fen, reduction, basis",
};
inline constexpr Layout payment{
    .table = "payment",
    .open = "id, case_id, day, method, amount_fen, receipt_no, reference, person",
};
inline constexpr Layout outbox{
    .table = "outbox",
    .open = "id, case_id, kind, at_ms",
};
inline constexpr Layout paper{
    .table = "paper",
    .open = "id, case_id, kind, copy_no, at_ms, person, outcome",
    .sealed = "sealed",
};
inline constexpr Layout refusal{
    .table = "refusal",
    .open = "case_id, day, at_ms, person, codes",
    .sealed = "sealed",
};

inline constexpr Layout identitySearch{
    .table = "identity_search",
    .open = "case_id, at_ms",
};
inline constexpr Layout identityHit{
    .table = "identity_hit",
    .open = "id, kind, case_id, finger, other_case_id, other_finger, at_ms, verdict, decided_ms, person",
    .sealed = "sealed",
};

inline constexpr Layout caseProgress{
    .table = "case_progress",
    .open = "case_id, version, round, since_ms, box, slot",
    .sealed = "sealed",
};
inline constexpr Layout refund{
    .table = "refund",
    .open = "id, case_id, day, amount_fen, reason, voucher_no, person",
};
inline constexpr Layout notice{
    .table = "notice",
    .open = "id, case_id, day, way, outcome, person",
};
inline constexpr Layout blankCard{
    .table = "blank_card",
    .open = "serial, state, case_id, day, until_day, person",
};
inline constexpr Layout exchangeKey{
    .table = "exchange_key",
    .open = "id, at_ms, public",
    .sealed = "sealed",
};
inline constexpr Layout partner{
    .table = "partner",
    .open = "id, role, name, practice, public, valid_until, imported_by, confirmed_by",
};
inline constexpr Layout package{
    .table = "package",
    .open = "id, number, partner_id, state, at_ms, person, file, hash, bytes, cases, acknowledged",
};
inline constexpr Layout packageCase{
    .table = "package_case",
    .open = "package_id, case_id, round, kind, acknowledged",
    .keys = 2,
};
inline constexpr Layout feedback{
    .table = "feedback",
    .open = "id, partner_id, hash, at_ms, lines, person",
};
inline constexpr Layout feedbackLine{
    .table = "feedback_line",
    .open = "feedback_id, line, acc_no, round, event, outcome",
    .keys = 2,
};

inline constexpr Layout deliveryCount{
    .table = "delivery_count",
    .open = "id, place, token, person, begun_ms, at_ms, cards, row_version",
    .sealed = "sealed",
};
inline constexpr Layout partnerChange{
    .table = "partner_change",
    .open = "old_id, new_id, at_ms",
};
inline constexpr Layout dayClosing{
    .table = "day_closing",
    .open = "day, stock, amount, at_ms, person",
    .keys = 2,
};

inline constexpr Layout platformLink{
    .table = "platform_link",
    .open = "id, epoch, cursor, read_ms, reconciled, earlier",
};
inline constexpr Layout platformItem{
    .table = "platform_item",
    .open = "kind, id, version, state, day, about, changed_ms, no_bidx, name_bidx, code_bidx",
    .sealed = "sealed",
    .keys = 2,
};
inline constexpr Layout platformOutgoing{
    .table = "platform_outgoing",
    .open = "id, kind, lane, seq, state, created_ms, person, tries, next_ms, sent_ms, error, if_match",
    .sealed = "sealed",
};
inline constexpr Layout stationSeat{
    .table = "station_seat",
    .open = "slot, seat_no, booking, live, at_ms",
    .keys = 3,
};
inline constexpr Layout platformTask{
    .table = "platform_task",
    .open = "id, kind, about, at_ms, done_ms, person, detail",
};
inline constexpr Layout platformClaim{
    .table = "platform_claim",
    .open = "about, id, person, name, device, until_ms",
};
inline constexpr Layout bookingPlace{
    .table = "booking_place",
    .open = "id, row_version",
    .sealed = "sealed",
};
inline constexpr Layout officerKey{
    .table = "officer_key",
    .open = "id, login, at_ms, public",
    .sealed = "sealed",
};

// Chained instead: the hash of each row covers the one before it.
inline constexpr Layout event{
    .table = "event",
    .open = "device_id, seq, event_id, case_id, type, from_state, to_state, base_version, at_ms, person, sealed",
    .keys = 2,
};
inline constexpr Layout audit{
    .table = "audit",
    .open = "device_id, seq, at_ms, person, action, object, detail",
    .keys = 2,
};

// Every table whose rows have a MAC.
inline constexpr std::array all{
    &station,        &device,        &person,        &keySlot,      &setting,      &numberCounter,
    &receiptBook,    &draft,         &capture,       &attempt,      &caseMain,     &accRegistry,
    &caseForm,       &charge,        &payment,       &outbox,       &paper,        &refusal,
    &identitySearch, &identityHit,   &caseProgress,  &refund,       &notice,       &blankCard,
    &exchangeKey,    &partner,       &package,       &packageCase,  &feedback,     &feedbackLine,
    &deliveryCount,  &partnerChange, &dayClosing,    &platformLink, &platformItem, &platformOutgoing,
    &stationSeat,    &platformTask,  &platformClaim, &bookingPlace, &officerKey,
};

} // namespace layout
} // namespace idcounter
