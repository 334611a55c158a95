#include "devices/practice/practiceregister.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QStringView unknownSequence = u"998";
constexpr int sequenceAt = 14; // GB 11643: after division and birth date
constexpr int sequenceSize = 3;

} // namespace

// Nobody has these numbers: their sequences were chosen for practice.
const QList<PracticeRegister::Entry> &PracticeRegister::entries()
{
    static const QList<Entry> entries{
        {u"650102198806129010"_s, u"张小丰"_s, u"01"_s, u"新疆维吾尔自治区乌鲁木齐市天山区解放北路18号2单元301室"_s,
         u"22"_s},
        {u"650102197503019039"_s, u"买买提·艾山"_s, u"05"_s, u"新疆维吾尔自治区乌鲁木齐市天山区团结路56号"_s, u"24"_s},
        {u"650102199308159027"_s, u"阿依古丽·吐尔逊"_s, u"05"_s, u"新疆维吾尔自治区乌鲁木齐市天山区胜利路9号院4号楼"_s,
         u"41"_s},
        {u"650102201009059042"_s, u"丰𠅤"_s, u"03"_s, u"新疆维吾尔自治区乌鲁木齐市天山区和平南路120号"_s, u"12"_s},
        {u"650102201704209073"_s, u"李小明"_s, u"01"_s, u"新疆维吾尔自治区乌鲁木齐市天山区新华南路33号"_s, u"11"_s},
    };
    return entries;
}

void PracticeRegister::ask(const CitizenNumber &number)
{
    QMetaObject::invokeMethod(
        this,
        [this, number] {
            const auto &all = entries();
            const auto found = std::find_if(
                all.begin(), all.end(), [&number](const Entry &entry) { return entry.number == number.toString(); });
            // Any number may be typed for practice: the register then has no line. One sequence it does not know.
            const bool unknown = number.toString().mid(sequenceAt, sequenceSize) == unknownSequence;
            if (found == all.end())
                Q_EMIT answered(number, {.answer = unknown ? RegisterAnswer::Unknown : RegisterAnswer::NotConnected});
            else
                Q_EMIT answered(number, {RegisterAnswer::Known, found->name, found->ethnicGroup, found->address});
        },
        Qt::QueuedConnection);
}

void NoRegister::ask(const CitizenNumber &number)
{
    QMetaObject::invokeMethod(
        this, [this, number] { Q_EMIT answered(number, {}); }, Qt::QueuedConnection);
}

} // namespace idcounter
