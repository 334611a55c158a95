#pragma once

#include "app/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

namespace idcounter {

// How a command ends: 0 done, 1 done and the answer is no, 2 bad input, 3 a price that is not settled.
enum ExitStatus : int { Done = 0, AnswerNo = 1, BadInput = 2, PriceNotSet = 3 };

// What the console prints: one object, or an array where a command takes several inputs; as JSON, or a line for each value.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }

    void print(const QJsonObject &object) const;
    void print(const QJsonArray &array) const;

    // Says on stderr what is wrong, and how to go on.
    static int fail(const QString &what, int status = BadInput);
    static int fail(const Error &error);

private:
    const bool m_json;
};

} // namespace idcounter
