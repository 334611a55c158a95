#include "app/domain/reasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<Reason> reasonIn(const Table::Row &row)
{
    static const QHash<QString, Reason::Class> classes{{u"first"_s, Reason::Class::First},
                                                       {u"replace"_s, Reason::Class::Replace},
                                                       {u"reissue"_s, Reason::Class::Reissue},
                                                       {u"temporary"_s, Reason::Class::Temporary}};
    const auto code = row.required(u"code"_s);
    if (!code)
        return code.error();
    const QString reasonClass = row.text(u"class"_s);
    if (!classes.contains(reasonClass))
        return row.error(u"class"_s, u"unknown class %1"_s.arg(reasonClass));
    const bool selectable = row.text(u"selectable"_s) == u"yes";
    if (selectable && row.text(u"fee_code"_s).isEmpty())
        return row.error(u"fee_code"_s, u"a reason that is offered needs a fee code"_s);
    return Reason{.code = *code,
                  .reasonClass = classes[reasonClass],
                  .chinese = row.text(u"name_zh"_s),
                  .english = row.text(u"name_en"_s),
                  .oldCardReturned = row.text(u"old_card"_s) == u"return",
                  .feeCode = row.text(u"fee_code"_s),
                  .selectable = selectable};
}

} // namespace

Result<Reasons> Reasons::load(const TableSource &source)
{
    const auto table = Table::load(
        source, u"application_reasons.csv"_s,
        {u"code"_s, u"class"_s, u"name_zh"_s, u"name_en"_s, u"old_card"_s, u"fee_code"_s, u"selectable"_s});
    if (!table)
        return table.error();
    auto rows = table->map<Reason>(reasonIn);
    if (!rows)
        return rows.error();
    Reasons reasons;
    reasons.m_reasons = *std::move(rows);
    return reasons;
}

QList<Reason> Reasons::selectable() const
{
    QList<Reason> offered;
    std::copy_if(m_reasons.begin(), m_reasons.end(), std::back_inserter(offered),
                 [](const Reason &reason) { return reason.selectable; });
    return offered;
}

std::optional<Reason> Reasons::find(QStringView code) const
{
    const auto found = std::find_if(m_reasons.begin(), m_reasons.end(),
                                    [code](const Reason &reason) { return reason.code == code; });
    return found == m_reasons.end() ? std::optional<Reason>() : *found;
}

} // namespace idcounter
