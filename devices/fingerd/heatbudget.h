#pragma once

#include <QDateTime>

#include <chrono>
#include <utility>

namespace idcounter {

// How long a scanner may still be armed before libfprint thinks it too hot. libfprint has no sensor but a model of time:
// an armed scanner heats towards 1 with a time constant of 180 s, a resting one cools towards 0 with 540 s; at 0.731 it
// switches off, below 0.5 it works again, and it starts at 0.269. That is 180 s armed from the start, then 205 s of rest,
// and armed for 47 % of the time for ever. libfprint's own model is lost with its process; this one is not.
class HeatBudget
{
public:
    explicit HeatBudget(QDateTime now)
        : m_since(std::move(now))
    {
    }

    void arm(const QDateTime &now);
    void disarm(const QDateTime &now);
    void refused(const QDateTime &now); // libfprint itself said TOO_HOT, whatever was reckoned here

    bool isHot(const QDateTime &now);
    QDateTime coolAt() const; // when a hot scanner that rests works again
    std::chrono::milliseconds armedTimeLeft(const QDateTime &now); // 0 when hot

private:
    void update(const QDateTime &now);

    QDateTime m_since; // when m_heat was right
    double m_heat = 0.269; // 0 to 1
    bool m_armed = false;
    bool m_hot = false;
};

} // namespace idcounter
