#include "app/workflow/stationsettings.h"

#include "app/domain/enumnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString timeFormat = u"HH:mm"_s;

constexpr EnumNames deputies{
    std::pair{DeputyRule::Never, "never"},
    std::pair{DeputyRule::HouseholdRelative, "household_relative"},
    std::pair{DeputyRule::Relative, "relative"},
};

QMap<QString, QString> valuesOf(const StationSettings &settings)
{
    return {{u"exceptions.second_officer"_s, settings.secondOfficerAtCounter ? u"counter"_s : u"review"_s},
            {u"offsite.allowed"_s, settings.offSiteAllowed ? u"yes"_s : u"no"_s},
            {u"fp.max_tries"_s, QString::number(settings.fingerTries)},
            {u"fp.min_score"_s, QString::number(settings.fingerScore)},
            {u"fp.min_age"_s, QString::number(settings.fingerMinAge)},
            {u"review.own"_s, settings.life.reviewsOwn ? u"yes"_s : u"no"_s},
            {u"collect.deputy"_s, deputies.name(settings.life.deputy)},
            {u"collect.unclaimed_days"_s, QString::number(settings.life.unclaimedDays)},
            {u"collect.retell_days"_s, QString::number(settings.life.retellDays)},
            {u"fee.order_days"_s, QString::number(settings.life.orderDays)},
            {u"package.at"_s, settings.packageAt.toString(timeFormat)},
            {u"promise.from"_s, settings.promiseFromPayment ? u"payment"_s : u"form"_s}};
}

} // namespace

Result<StationSettings> StationSettings::load(const StationRepository &station)
{
    const auto people = station.people();
    if (!people)
        return people.error();
    const auto active = std::count_if(people->begin(), people->end(), [](const Person &p) { return p.active; });
    QMap<QString, QString> values
        = valuesOf({.secondOfficerAtCounter = active > 1, .life = {.reviewsOwn = active == 1}});
    for (auto setting = values.begin(); setting != values.end(); ++setting) {
        const auto value = station.setting(setting.key(), setting.value());
        if (!value)
            return value.error();
        setting.value() = *value;
    }
    return StationSettings{.secondOfficerAtCounter = values[u"exceptions.second_officer"_s] == u"counter",
                           .offSiteAllowed = values[u"offsite.allowed"_s] == u"yes",
                           .fingerTries = values[u"fp.max_tries"_s].toInt(),
                           .fingerScore = values[u"fp.min_score"_s].toInt(),
                           .fingerMinAge = values[u"fp.min_age"_s].toInt(),
                           .life = {.reviewsOwn = values[u"review.own"_s] == u"yes",
                                    .deputy = deputies.value(values[u"collect.deputy"_s]).value_or(DeputyRule::Never),
                                    .unclaimedDays = values[u"collect.unclaimed_days"_s].toInt(),
                                    .retellDays = values[u"collect.retell_days"_s].toInt(),
                                    .orderDays = values[u"fee.order_days"_s].toInt()},
                           .packageAt = QTime::fromString(values[u"package.at"_s], timeFormat),
                           .promiseFromPayment = values[u"promise.from"_s] == u"payment"};
}

Result<void> StationSettings::store(const StationRepository &station) const
{
    const QMap<QString, QString> values = valuesOf(*this);
    for (auto setting = values.begin(); setting != values.end(); ++setting) {
        if (auto done = station.setSetting(setting.key(), setting.value()); !done)
            return done;
    }
    return {};
}

} // namespace idcounter
