#include "app/domain/feetable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qint64 fenPerYuan = 100;

Fen half(Fen price)
{
    return {price.amount / 2 / fenPerYuan * fenPerYuan};
}

} // namespace

Result<FeeTable::Price> FeeTable::priceIn(const Table::Row &row)
{
    const auto feeCode = row.required(u"fee_code"_s);
    const auto amount = row.integer(u"amount_fen"_s);
    const auto from = row.date(u"valid_from"_s);
    const auto to = row.date(u"valid_to"_s);
    if (!feeCode)
        return feeCode.error();
    if (!amount)
        return amount.error();
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    if (amount->value_or(0) < 0)
        return row.error(u"amount_fen"_s, u"less than nothing"_s);
    if (from->isNull())
        return row.error(u"valid_from"_s, u"empty"_s);
    if (!to->isNull() && *to < *from)
        return row.error(u"valid_to"_s, u"before valid_from"_s);
    return Price{.feeCode = *feeCode,
                 .chinese = row.text(u"name_zh"_s),
                 .region = row.text(u"region"_s),
                 .amount = *amount,
                 .from = *from,
                 .to = *to,
                 .basis = row.text(u"basis"_s)};
}

Result<Reduction> FeeTable::reductionIn(const Table::Row &row)
{
    const auto code = row.required(u"code"_s);
    if (!code)
        return code.error();
    const QString effect = row.text(u"effect"_s);
    if (effect != u"exempt" && effect != u"half")
        return row.error(u"effect"_s, u"neither exempt nor half"_s);
    return Reduction{.code = *code,
                     .chinese = row.text(u"name_zh"_s),
                     .english = row.text(u"name_en"_s),
                     .exempt = effect == u"exempt",
                     .feeCodes = row.text(u"applies_to"_s).split(u';'),
                     .evidence = row.text(u"evidence"_s)};
}

Result<FeeTable> FeeTable::load(const TableSource &source)
{
    const auto prices = Table::load(
        source, u"fees.csv"_s,
        {u"fee_code"_s, u"name_zh"_s, u"region"_s, u"amount_fen"_s, u"valid_from"_s, u"valid_to"_s, u"basis"_s});
    if (!prices)
        return prices.error();
    const auto reductions = Table::load(source, u"fee_reductions.csv"_s,
                                        {u"code"_s, u"name_zh"_s, u"effect"_s, u"applies_to"_s, u"evidence"_s});
    if (!reductions)
        return reductions.error();
    auto priceRows = prices->map<Price>(priceIn);
    if (!priceRows)
        return priceRows.error();
    auto reductionRows = reductions->map<Reduction>(reductionIn);
    if (!reductionRows)
        return reductionRows.error();

    FeeTable table;
    table.m_prices = *std::move(priceRows);
    table.m_reductions = *std::move(reductionRows);
    return table;
}

std::optional<Reduction> FeeTable::reduction(QStringView code) const
{
    const auto found
        = std::find_if(m_reductions.begin(), m_reductions.end(), [code](const Reduction &r) { return r.code == code; });
    return found == m_reductions.end() ? std::optional<Reduction>() : *found;
}

const FeeTable::Price *FeeTable::priceFor(const QString &feeCode, QDate day, const QString &region) const
{
    const Price *national = nullptr;
    for (const Price &price : m_prices) {
        const bool holds = price.feeCode == feeCode && price.from <= day && (price.to.isNull() || day <= price.to);
        if (holds && !price.region.isEmpty() && price.region == region)
            return &price;
        if (holds && price.region.isEmpty())
            national = &price;
    }
    return national;
}

Result<Charge> FeeTable::charge(const QString &feeCode, QDate day, const QString &region,
                                const QString &reduction) const
{
    const Price *price = priceFor(feeCode, day, region);
    if (!price || !price->amount)
        return Error{Error::Code::FeeNotSet, feeCode};
    Charge charge{.feeCode = feeCode,
                  .chinese = price->chinese,
                  .full = {*price->amount},
                  .amount = {*price->amount},
                  .basis = price->basis,
                  .reduction = reduction};
    if (reduction.isEmpty())
        return charge;
    const auto granted = this->reduction(reduction);
    if (!granted || !granted->feeCodes.contains(feeCode))
        return Error{Error::Code::ReductionNotApplicable, reduction};
    charge.amount = granted->exempt ? Fen{0} : half(charge.full);
    return charge;
}

} // namespace idcounter
