#include "widgets/walkin/paperstate.h"

#include "app/texts/texts.h"

namespace idcounter {

namespace {

struct PaperTexts
{
    Q_DECLARE_TR_FUNCTIONS(PaperTexts)
};

} // namespace

QString paperStateText(const PaperState &state, const QString &printer)
{
    switch (state.kind) {
    case PaperState::Kind::NotMade:
        return PaperTexts::tr("○ not printed yet");
    case PaperState::Kind::Making:
        return PaperTexts::tr("… being made");
    case PaperState::Kind::Printing:
        return PaperTexts::tr("… being printed on %1").arg(printer);
    case PaperState::Kind::Printed:
        return PaperTexts::tr("✓ printed %n time(s)", nullptr, state.printed);
    case PaperState::Kind::Failed:
        return PaperTexts::tr("■ %1").arg(texts::describe(state.error.code));
    }
    Q_UNREACHABLE();
}

} // namespace idcounter
