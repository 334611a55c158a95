#include "app/domain/photorules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<PhotoRule> ruleIn(const Table::Row &row)
{
    static const QHash<QString, PhotoSeverity> severities{{u"block"_s, PhotoSeverity::Block},
                                                          {u"warn"_s, PhotoSeverity::Warn},
                                                          {u"info"_s, PhotoSeverity::Info},
                                                          {u"look"_s, PhotoSeverity::Look}};
    const auto rule = row.required(u"rule"_s);
    const auto min = row.real(u"min"_s);
    const auto max = row.real(u"max"_s);
    if (!rule)
        return rule.error();
    if (!min)
        return min.error();
    if (!max)
        return max.error();
    const QString severity = row.text(u"severity"_s);
    if (!severities.contains(severity))
        return row.error(u"severity"_s, u"unknown severity %1"_s.arg(severity));
    const QString appliesTo = row.text(u"applies_to"_s);
    static const QStringList known{u"file"_s, u"frame"_s, u"both"_s, u"reuse"_s, u"receipt"_s};
    if (!known.contains(appliesTo))
        return row.error(u"applies_to"_s, u"unknown subject %1"_s.arg(appliesTo));
    return PhotoRule{.rule = *rule,
                     .measure = row.text(u"measure"_s),
                     .unit = row.text(u"unit"_s),
                     .min = *min,
                     .max = *max,
                     .severity = severities[severity],
                     .appliesToFrame = appliesTo == u"frame" || appliesTo == u"both",
                     .appliesToFile = appliesTo == u"file" || appliesTo == u"both"};
}

bool applies(const PhotoRule &rule, PhotoSubject subject)
{
    return subject == PhotoSubject::Frame ? rule.appliesToFrame : rule.appliesToFile;
}

} // namespace

Result<PhotoRules> PhotoRules::parse(const Table &table)
{
    auto rules = table.map<PhotoRule>(ruleIn);
    if (!rules)
        return rules.error();
    PhotoRules result;
    result.m_rules = *std::move(rules);
    return result;
}

Result<PhotoRules> PhotoRules::load(const TableSource &source)
{
    const auto table
        = Table::load(source, u"photo_rules.csv"_s,
                      {u"rule"_s, u"measure"_s, u"min"_s, u"max"_s, u"unit"_s, u"severity"_s, u"applies_to"_s});
    if (!table)
        return table.error();
    return parse(*table);
}

QList<PhotoRule> PhotoRules::rulesFor(PhotoSubject subject) const
{
    QList<PhotoRule> rules;
    std::copy_if(m_rules.begin(), m_rules.end(), std::back_inserter(rules),
                 [subject](const PhotoRule &rule) { return applies(rule, subject); });
    return rules;
}

std::optional<PhotoRule> PhotoRules::find(QStringView rule, PhotoSubject subject) const
{
    for (const PhotoRule &candidate : m_rules) {
        if (candidate.rule == rule && applies(candidate, subject))
            return candidate;
    }
    return {};
}

PhotoVerdict judge(const PhotoRule &rule, std::optional<double> value)
{
    if (rule.severity == PhotoSeverity::Look)
        return PhotoVerdict::Look;
    if (rule.severity == PhotoSeverity::Info && !value)
        return PhotoVerdict::Info;
    if (!value)
        return PhotoVerdict::Unchecked;
    if ((!rule.min || *value >= *rule.min) && (!rule.max || *value <= *rule.max))
        return PhotoVerdict::Pass;
    switch (rule.severity) {
    case PhotoSeverity::Block:
        return PhotoVerdict::Block;
    case PhotoSeverity::Warn:
        return PhotoVerdict::Warn;
    case PhotoSeverity::Info:
        return PhotoVerdict::Info;
    case PhotoSeverity::Look:
        return PhotoVerdict::Look;
    }
    Q_UNREACHABLE();
}

bool isCompliant(const QList<PhotoCheck> &checks)
{
    return std::none_of(checks.begin(), checks.end(), [](const PhotoCheck &check) {
        const bool unseen = check.verdict == PhotoVerdict::Unchecked && check.rule.severity == PhotoSeverity::Block;
        return unseen || standsInTheWay(check.verdict);
    });
}

} // namespace idcounter
