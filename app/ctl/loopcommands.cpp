#include "app/ctl/commands.h"
#include "app/ctl/practiceloop.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

int loop(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {u"dir"_s, u"cases"_s, u"seed"_s, u"return"_s, u"defect"_s, u"mail"_s, u"refuse"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    bool isNumber = false;
    bool isSeed = false;
    LoopPlan plan{.folder = arguments->value(u"dir"_s),
                  .cases = arguments->value(u"cases"_s).toInt(&isNumber),
                  .seed = arguments->value(u"seed"_s).toULongLong(&isSeed)};
    const auto returned = arguments->share(u"return"_s);
    const auto defective = arguments->share(u"defect"_s);
    const auto mailed = arguments->share(u"mail"_s);
    const auto refused = arguments->share(u"refuse"_s);
    constexpr int mostCases = 20000;
    if (plan.folder.isEmpty() || !isNumber || !isSeed || plan.cases < 1 || plan.cases > mostCases || !returned
        || !defective || !mailed || !refused)
        return Output::fail(u"loop --dir DIR --cases N --seed S [--return R] [--defect R] [--mail R] [--refuse R]"_s);
    plan.returned = *returned;
    plan.defective = *defective;
    plan.mailed = *mailed;
    plan.refused = *refused;
    const auto played = PracticeLoop(plan, context.rules, context.models).play();
    if (!played)
        return Output::fail(played.error());
    context.output.print(QJsonObject{{u"accepted"_s, played->accepted},
                                     {u"closed"_s, played->closed},
                                     {u"refused"_s, played->refused},
                                     {u"returned"_s, played->returned},
                                     {u"remade"_s, played->remade},
                                     {u"mailed"_s, played->mailed},
                                     {u"openCases"_s, played->openCases},
                                     {u"chargedFen"_s, double(played->charged.amount)},
                                     {u"takenFen"_s, double(played->taken.amount)},
                                     {u"refundedFen"_s, double(played->refunded.amount)},
                                     {u"cardsReceived"_s, played->cardsReceived},
                                     {u"cardsHandedOut"_s, played->cardsHandedOut},
                                     {u"cardsInStock"_s, played->cardsInStock},
                                     {u"problems"_s, QJsonArray::fromStringList(played->problems)}});
    return played->problems.isEmpty() ? Done : AnswerNo;
}

} // namespace idcounter::ctl
