#pragma once

#include "app/workflow/casework.h"

#include <QEventLoop>

#include <optional>

namespace idcounter {

// Waits on the console for what a workflow object answers. There is no other loop: nothing is nested.
//     const Result<Standing> now = await(desk, &CaseWork::moved, [&] { desk.approve(standing); });
template<typename Desk, typename Sender, typename... Values>
auto await(Desk &desk, void (Sender::*told)(Values...), const std::function<void()> &act)
{
    using Value = std::conditional_t<sizeof...(Values) == 0, bool, std::tuple<std::decay_t<Values>...>>;
    QEventLoop loop;
    QObject context;
    std::optional<Result<Value>> answer;
    QObject::connect(&desk, told, &context, [&](const Values &...values) {
        if constexpr (sizeof...(Values) == 0)
            answer = Value(true);
        else
            answer = Value(values...);
        loop.quit();
    });
    QObject::connect(&desk, &CaseWork::failed, &context, [&](const Error &error) {
        answer = error;
        loop.quit();
    });
    act();
    if (!answer)
        loop.exec();
    return *answer;
}

} // namespace idcounter
