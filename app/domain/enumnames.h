#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace idcounter {

// The names of an enumeration's values where they are stored or sent. Both ways, so that no name is guessed:
//     constexpr EnumNames kinds{std::pair{Kind::Photo, "photo"}, std::pair{Kind::Finger, "finger"}};
template<typename Enum, std::size_t Size>
class EnumNames
{
public:
    using Entry = std::pair<Enum, const char *>;

    template<typename... Entries>
    constexpr EnumNames(Entries... entries)
        : m_entries{entries...}
    {
    }

    // Empty for a value without a name.
    QString name(Enum value) const
    {
        for (const Entry &entry : m_entries) {
            if (entry.first == value)
                return QString::fromLatin1(entry.second);
        }
        return {};
    }

    std::optional<Enum> value(QStringView name) const
    {
        for (const Entry &entry : m_entries) {
            if (name == QLatin1StringView(entry.second))
                return entry.first;
        }
        return {};
    }

private:
    std::array<Entry, Size> m_entries;
};

template<typename Enum, typename... More>
EnumNames(std::pair<Enum, const char *>, More...) -> EnumNames<Enum, 1 + sizeof...(More)>;

} // namespace idcounter
