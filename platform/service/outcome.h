#pragma once

#include "app/domain/result.h"

#include <QJsonObject>

namespace idcounter::platform {

// Why a request was not done, as problems of the contract have it (section 7).
struct Problem
{
    QString type; // "version-conflict"
    QJsonObject more; // members besides type, title, status and instance
    Error error{Error::Code::PlatformRefused, {}}; // what stood behind it

    static Problem of(const QString &type, const QJsonObject &more = {}) { return {.type = type, .more = more}; }
};

// What an error of the storage means to who asked.
inline Problem problemOf(const Error &error)
{
    const auto type = [&] {
        switch (error.code) {
        case Error::Code::PersonBooked:
            return QStringLiteral("person-has-booking");
        case Error::Code::SeatTaken:
            return QStringLiteral("seat-taken");
        case Error::Code::NoSeatFree:
            return QStringLiteral("seat-not-yours");
        case Error::Code::StorageBusy:
        case Error::Code::StorageFull:
            return QStringLiteral("unavailable");
        default:
            return QStringLiteral("internal");
        }
    }();
    return {.type = type, .more = {}, .error = error};
}

// A value, or the problem that stood in its way. As Result, so that the database's transactions take both.
template<typename T>
class [[nodiscard]] Outcome
{
public:
    using value_type = T;

    Outcome(T value)
        : m_state(std::move(value))
    {
    }
    Outcome(Problem problem)
        : m_state(std::move(problem))
    {
    }
    Outcome(const Error &error)
        : m_state(problemOf(error))
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    const T &operator*() const & { return std::get<T>(m_state); }
    T operator*() && { return std::get<T>(std::move(m_state)); }
    const T *operator->() const { return &std::get<T>(m_state); }
    const Problem &problem() const { return std::get<Problem>(m_state); }
    const Error &error() const { return problem().error; }

private:
    std::variant<T, Problem> m_state;
};

template<>
class [[nodiscard]] Outcome<void>
{
public:
    Outcome() = default;
    Outcome(Problem problem)
        : m_problem(std::move(problem))
    {
    }
    Outcome(const Error &error)
        : m_problem(problemOf(error))
    {
    }
    Outcome(const Result<void> &result)
    {
        if (!result)
            m_problem = problemOf(result.error());
    }

    explicit operator bool() const { return !m_problem; }
    const Problem &problem() const { return *m_problem; }
    const Error &error() const { return m_problem->error; }

private:
    std::optional<Problem> m_problem;
};

} // namespace idcounter::platform
