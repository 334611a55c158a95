#include "app/biometrics/fingerindex.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <thread>

namespace idcounter {

namespace {

constexpr float fullTurn = 2 * std::numbers::pi_v<float>;
constexpr float largestTurn
    = 0.25F * std::numbers::pi_v<float>; // between two presses, for the index; score() turns further
constexpr std::size_t bestPlaces = 6; // that speak for a finger

} // namespace

#if defined(__x86_64__)
__attribute__((target_clones("popcnt", "default")))
#endif
float FingerIndex::likeness(const Entry &entry, const std::vector<Place> &press)
{
    std::array<float, placesKept> best{};
    for (std::size_t i = 0; i < entry.used; ++i) {
        const Place &own = entry.places[i];
        for (const Place &other : press) {
            const float turn = std::abs(own.direction - other.direction);
            if (std::min(turn, fullTurn - turn) > largestTurn)
                continue;
            int different = 0;
            for (std::size_t word = 0; word < own.bits.size(); ++word)
                different += __builtin_popcountll(own.bits[word] ^ other.bits[word]);
            const float alike = 1 - std::sqrt(static_cast<float>(different)) / (own.norm + other.norm);
            best[i] = std::max(best[i], alike);
        }
    }
    std::partial_sort(best.begin(), best.begin() + bestPlaces, best.end(), std::greater<>());
    float sum = 0;
    for (std::size_t i = 0; i < bestPlaces; ++i)
        sum += best[i] / bestPlaces;
    return sum;
}

std::vector<FingerIndex::Place> FingerIndex::placesOf(const FingerFeatures &press)
{
    std::vector<Place> found;
    for (const Cylinder &cylinder : press.cylinders().list()) {
        Place place;
        int bits = 0;
        for (std::size_t section = 0; section < Cylinder::sections; ++section) {
            for (std::size_t word = 0; word < Cylinder::words; ++word) {
                place.bits[section * Cylinder::words + word] = cylinder.bits[section][word];
                bits += std::popcount(cylinder.bits[section][word]);
            }
        }
        place.norm = std::sqrt(static_cast<float>(bits));
        place.direction = cylinder.direction;
        if (bits > 0)
            found.push_back(place);
    }
    return found;
}

// Of the press with most surroundings those with most bits, which tell most.
void FingerIndex::add(Id id, const FingerTemplate &finger)
{
    std::vector<Place> most;
    for (const FingerFeatures &press : finger.presses()) {
        std::vector<Place> found = placesOf(press);
        if (found.size() > most.size())
            most = std::move(found);
    }
    if (most.empty())
        return;
    Entry entry;
    entry.id = id;
    entry.used = std::min(most.size(), placesKept);
    std::stable_sort(most.begin(), most.end(), [](const Place &a, const Place &b) { return a.norm > b.norm; });
    std::copy_n(most.begin(), entry.used, entry.places.begin());
    m_entries.push_back(entry);
}

std::vector<FingerIndex::Candidate> FingerIndex::likeliest(const FingerTemplate &finger, std::size_t count,
                                                           unsigned threads) const
{
    std::vector<std::vector<Place>> presses;
    for (const FingerFeatures &press : finger.presses())
        presses.push_back(placesOf(press));

    std::vector<Candidate> candidates(m_entries.size());
    const auto compare = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            candidates[i].id = m_entries[i].id;
            for (const std::vector<Place> &press : presses)
                candidates[i].alike = std::max(candidates[i].alike, likeness(m_entries[i], press));
        }
    };
    const std::size_t parts = std::max(1U, threads);
    std::vector<std::thread> helpers;
    for (std::size_t part = 1; part < parts; ++part)
        helpers.emplace_back(compare, part * m_entries.size() / parts, (part + 1) * m_entries.size() / parts);
    compare(0, m_entries.size() / parts);
    for (std::thread &helper : helpers)
        helper.join();

    const auto likelier = [](const Candidate &a, const Candidate &b) {
        return std::tuple(-a.alike, a.id) < std::tuple(-b.alike, b.id);
    };
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(count, candidates.size()));
    std::partial_sort(candidates.begin(), end, candidates.end(), likelier);
    candidates.erase(end, candidates.end());
    return candidates;
}

} // namespace idcounter
