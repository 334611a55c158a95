#include "app/ctl/practiceloop.h"

#include "app/ctl/await.h"
#include "app/domain/uuidv7.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// A Monday; the loop is the same whenever it is played.
const QDateTime firstMorning({2026, 3, 2}, {1, 0}, Qt::UTC);
constexpr qint64 dayMs = qint64(24) * 3600 * 1000;
constexpr int mostDays = 400;
constexpr int slotsInABox = 100;

const QString stationKeys = u"station.keys.json"_s;
const QString centreKeys = u"centre.keys.json"_s;

// A valid number of the station's district; the sequence is the index, so that nobody is there twice.
QString citizenNumber(int index, int year)
{
    const QDate born = QDate(year, 1, 1).addDays(index % 365);
    const int sequence = 1 + index / 365;
    const QString body = u"650102%1%2"_s.arg(born.toString(u"yyyyMMdd"_s)).arg(sequence, 3, 10, QChar(u'0'));
    for (const QChar check : u"0123456789X"_s) {
        if (CitizenNumber::parse(body + check))
            return body + check;
    }
    return {};
}

// Waits for an answer of the log-in.
Result<void> awaitState(LogIn &logIn, LogIn::State wanted, const std::function<void()> &act)
{
    QEventLoop loop;
    QObject context;
    std::optional<Error> error;
    QObject::connect(&logIn, &LogIn::stateChanged, &context, [&](LogIn::State state) {
        if (state == wanted || state == LogIn::State::Failed)
            loop.quit();
    });
    QObject::connect(&logIn, &LogIn::failed, &context, [&](const Error &failed) {
        error = failed;
        loop.quit();
    });
    act();
    if (logIn.state() != wanted && !error)
        loop.exec();
    if (error)
        return *error;
    return logIn.state() == wanted ? Result<void>() : logIn.error();
}

template<typename T>
Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

// What stands in the store, asked from the console.
template<typename Work>
auto ask(Store &store, Work work)
{
    using Answer = std::invoke_result_t<Work, Repositories &>;
    QEventLoop loop;
    QObject asker;
    std::optional<Answer> answer;
    store.write(&asker, work, [&](const Answer &given) {
        answer = given;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

} // namespace

PracticeLoop::PracticeLoop(LoopPlan plan, const Rules &rules, ModelSource models)
    : m_plan(std::move(plan))
    , m_rules(rules)
    , m_models(std::move(models))
    , m_random(m_plan.seed)
    , m_now(firstMorning.toMSecsSinceEpoch())
    , m_clock([this] { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); })
{
}

Result<LoopResult> PracticeLoop::play()
{
    auto stock = PracticeStock::make(m_plan.seed, m_models, m_rules);
    if (!stock)
        return stock.error();
    m_stock = *std::move(stock);
    for (const auto step : {&PracticeLoop::open, &PracticeLoop::confirmPartners, &PracticeLoop::acceptAll}) {
        if (const auto result = (this->*step)(); !result)
            return result.error();
    }
    for (int day = 0; day < mostDays; ++day) {
        for (const auto step :
             {&PracticeLoop::temporaryCards, &PracticeLoop::redoReturned, &PracticeLoop::review, &PracticeLoop::report,
              &PracticeLoop::receiveCards, &PracticeLoop::postCards, &PracticeLoop::handOut, &PracticeLoop::nextDay}) {
            if (const auto result = (this->*step)(); !result)
                return result.error();
        }
        const auto open = ask(*m_store, [](Repositories &repositories) -> Result<int> {
            int count = 0;
            for (int value = 1; value <= int(CaseState::Discarded); ++value) {
                if (!isOpen(CaseState(value)))
                    continue;
                const auto cases = repositories.lives.in({CaseState(value)});
                if (!cases)
                    return cases.error();
                count += int(cases->size());
            }
            return count;
        });
        if (!open)
            return open.error();
        if (*open == 0)
            break;
    }
    return count();
}

Result<void> PracticeLoop::open()
{
    const QDir folder(m_plan.folder);
    const QString path = folder.filePath(u"station.sqlite"_s);
    if (!folder.mkpath(u"."_s) || QFile::exists(path))
        return Error{Error::Code::StationExists, {}};
    m_store = std::make_unique<Store>(path);
    m_logIn = std::make_unique<LogIn>(*m_store, m_clock);
    if (auto result = awaitState(*m_logIn, LogIn::State::LoggedOut, [this] { m_logIn->setUpPractice(); }); !result)
        return result;
    m_clerk.login = LogIn::practiceLogins().first();
    m_supervisor.login = LogIn::practiceLogins().last();
    for (Officer *officer : {&m_clerk, &m_supervisor}) {
        if (auto result = enter(*officer); !result)
            return result;
    }
    const Counter &clerk = *m_clerk.counter;
    const Counter &supervisor = *m_supervisor.counter;
    m_review = std::make_unique<ReviewDesk>(supervisor);
    m_packages = std::make_unique<PackageDesk>(supervisor, folder.filePath(u"packages"_s));
    m_returns = std::make_unique<ReturnDesk>(clerk);
    m_receipt = std::make_unique<ReceiptDesk>(clerk);
    m_collection = std::make_unique<CollectionDesk>(clerk);
    m_temporary = std::make_unique<TemporaryCardDesk>(clerk);
    // Exceptions are confirmed at the review, so that the loop goes there.
    return ask(*m_store, [](Repositories &repositories) -> Result<void> {
        auto settings = StationSettings::load(repositories.station);
        if (!settings)
            return settings.error();
        StationSettings wanted = *settings;
        wanted.secondOfficerAtCounter = false;
        return wanted.store(repositories.station);
    });
}

Result<void> PracticeLoop::enter(Officer &officer)
{
    if (auto result = awaitState(*m_logIn, LogIn::State::LoggedIn,
                                 [&] { m_logIn->logIn(officer.login.login, officer.login.passphrase); });
        !result)
        return result;
    officer.counter.emplace(Counter{.store = *m_store,
                                    .rules = m_rules,
                                    .clock = m_clock,
                                    .station = m_logIn->station(),
                                    .device = m_logIn->device(),
                                    .person = m_logIn->person(),
                                    .holder = {.token = QUuid::createUuid(), .where = u"loop"_s}});
    if (officer.login.role == Role::Supervisor)
        return {};
    return awaitState(*m_logIn, LogIn::State::LoggedOut, [this] { m_logIn->logOut(); });
}

// Each side gets the other's keys; two officers compare the fingerprint.
Result<void> PracticeLoop::confirmPartners()
{
    const QDir folder(m_plan.folder);
    auto centre = PracticeCentre::open(folder.filePath(u"centre"_s), m_plan.seed);
    if (!centre)
        return centre.error();
    m_centre = *std::move(centre);
    if (auto result = m_centre->writeKeys(folder.filePath(centreKeys), today(m_clock)); !result)
        return result;
    const auto written = await(*m_packages, &PackageDesk::keysWritten,
                               [&] { m_packages->writeOwnKeys(folder.filePath(stationKeys)); });
    if (!written)
        return written.error();
    const auto imported
        = await(*m_packages, &PackageDesk::changed, [&] { m_packages->importPartner(folder.filePath(centreKeys)); });
    if (!imported)
        return imported.error();
    PackageDesk clerk(*m_clerk.counter, folder.filePath(u"packages"_s));
    const auto confirmed
        = await(clerk, &PackageDesk::changed, [&] { clerk.confirmPartner(m_packages->partners().first()); });
    if (!confirmed)
        return confirmed.error();
    return done(await(*m_packages, &PackageDesk::changed, [this] { m_packages->refresh(); }));
}

Draft PracticeLoop::draftFor(int index)
{
    static const QStringList families{u"王"_s, u"李"_s, u"张"_s, u"刘"_s, u"陈"_s, u"杨"_s, u"赵"_s, u"马"_s};
    static const QStringList names{u"伟"_s, u"秀兰"_s, u"建华"_s, u"晓明"_s, u"志强"_s, u"丽"_s, u"国栋"_s};
    constexpr int oldest = 1945;
    constexpr int youngest = 2005;
    Draft draft = Draft::begin(m_clock, m_clerk.login.login);
    draft.applicant.number = citizenNumber(index, oldest + int(chance() * (youngest - oldest)));
    draft.applicant.name = families[index % families.size()] + names[index % names.size()];
    draft.fillFromNumber();
    draft.applicant.ethnicGroup = u"01"_s;
    draft.applicant.address = u"新疆维吾尔自治区乌鲁木齐市天山区解放北路%1号"_s.arg(index + 1);
    draft.applicant.issuer = m_clerk.counter->station.issuer;
    for (int check = 0; check < bookletCheckCount; ++check)
        draft.papers.passed << check;
    draft.papers.noticeShown = true;
    const double kind = chance();
    constexpr double renewals = 0.6;
    constexpr double losses = 0.8;
    draft.business.reason = kind < renewals ? u"22"_s : kind < losses ? u"41"_s : u"24"_s;
    draft.business.oldCard = kind < renewals ? OldCard::KeptUntilCollection
        : kind < losses                      ? OldCard::Lost
                                             : OldCard::Returned;
    draft.delivery.phone = u"139%1"_s.arg(index, 8, 10, QChar(u'0'));
    if (chance() < m_plan.mailed) {
        draft.delivery.collection = Collection::Mail;
        draft.delivery.mailingAddress = draft.applicant.address;
    }
    constexpr double urgent = 0.05;
    draft.business.temporaryCard = chance() < urgent && draft.delivery.collection == Collection::InPerson;
    constexpr double poor = 0.03;
    if (draft.business.reason == u"22" && chance() < poor) {
        draft.business.reduction = u"DIBAO"_s;
        draft.business.evidence = u"低保证"_s;
    }
    return draft;
}

Result<void> PracticeLoop::acceptAll()
{
    for (int index = 0; index < m_plan.cases; ++index) {
        if (auto result = acceptOne(index); !result)
            return result;
        m_now += 1000;
    }
    return {};
}

Result<void> PracticeLoop::takePictures(WalkIn &walkIn, Draft &draft, int index)
{
    const auto keep = [&walkIn](CaptureKind kind, const QByteArray &bytes) -> Result<QUuid> {
        QEventLoop loop;
        std::optional<Result<QUuid>> kept;
        walkIn.keep(&walkIn, kind, bytes, [&](const Result<QUuid> &id) {
            kept = id;
            loop.quit();
        });
        loop.exec();
        return *kept;
    };
    const auto photo = keep(CaptureKind::Photo, m_stock->photo(index));
    if (!photo)
        return photo.error();
    draft.photo
        = Photo{.capture = *photo, .source = u"camera"_s, .attempts = 1, .takenAt = m_clock(), .takenBy = draft.clerk};
    draft.fingers.clear();
    for (int which = 0; which < 2; ++which) {
        const PracticeStock::Finger &finger = m_stock->finger(index, which);
        FingerRecord record{.finger = which == 0 ? u"11"_s : u"16"_s,
                            .quality = finger.quality,
                            .attempts = int(pressesPerFinger),
                            .verified = true,
                            .takenAt = m_clock(),
                            .takenBy = draft.clerk};
        for (const QByteArray &press : finger.presses) {
            const auto kept = keep(CaptureKind::FingerImage, press);
            if (!kept)
                return kept.error();
            record.presses << *kept;
        }
        const auto enrolled = keep(CaptureKind::FingerTemplate, finger.enrolled);
        if (!enrolled)
            return enrolled.error();
        record.fingerTemplate = *enrolled;
        draft.fingers << record;
    }
    return {};
}

Result<void> PracticeLoop::acceptOne(int index)
{
    Draft draft = draftFor(index);
    m_people.insert(draft.applicant.number, index);
    WalkIn walkIn(*m_clerk.counter, draft, m_household);
    QEventLoop loop;
    QObject context;
    QObject::connect(&walkIn, &WalkIn::knowledgeChanged, &context, [&loop] { loop.quit(); });
    loop.exec(); // until the station's settings are known
    if (auto result = takePictures(walkIn, draft, index); !result)
        return result;
    draft.signing = {.readBack = true, .printedForms = 1, .signedByPen = true, .formDate = today(m_clock)};
    walkIn.setDraft(draft);
    const auto charges = walkIn.charges();
    if (!charges)
        return charges.error();
    const Fen owed = sumOf(*charges);
    draft.payment = {.method = owed > Fen{} ? PaymentMethod::Cash : PaymentMethod::Free, .tendered = owed.amount};
    walkIn.setDraft(draft);
    std::optional<Result<void>> answer;
    QObject::connect(&walkIn, &WalkIn::accepted, &context, [&] {
        answer = Result<void>();
        loop.quit();
    });
    QObject::connect(&walkIn, &WalkIn::refused, &context, [&](const Error &error) {
        answer = error;
        loop.quit();
    });
    walkIn.accept(*charges);
    while (!answer)
        loop.exec();
    return *answer;
}

Result<void> PracticeLoop::review()
{
    if (const auto read = await(*m_review, &ReviewDesk::changed, [this] { m_review->refresh(); }); !read)
        return read.error();
    const QList<Standing> waiting = m_review->waiting();
    for (Standing standing : waiting) {
        if (ReviewDesk::hasOpenExceptions(standing)) {
            const auto confirmed = await(*m_review, &CaseWork::moved, [&] { m_review->confirmExceptions(standing); });
            if (!confirmed)
                return confirmed.error();
            standing = std::get<0>(*confirmed);
        }
        if (const auto moved = await(*m_review, &CaseWork::moved, [&] { m_review->approve(standing); }); !moved)
            return moved.error();
    }
    return {};
}

// A package goes to the centre as a copy in a folder, and the feedback comes back as a file.
Result<void> PracticeLoop::report()
{
    const QDir folder(m_plan.folder);
    if (const auto read = await(*m_packages, &PackageDesk::changed, [this] { m_packages->refresh(); }); !read)
        return read.error();
    if (m_packages->waiting() > 0) {
        const auto made = await(*m_packages, &PackageDesk::made, [this] { m_packages->make(); });
        if (!made)
            return made.error();
        if (!folder.mkpath(u"outbox"_s))
            return Error{Error::Code::PackageNotWritten, {}};
        const auto handed = await(*m_packages, &PackageDesk::handedOver,
                                  [&] { m_packages->handOver(std::get<0>(*made), folder.filePath(u"outbox"_s)); });
        if (!handed)
            return handed.error();
        const auto taken = m_centre->take(std::get<1>(*handed), folder.filePath(stationKeys),
                                          {.returned = m_plan.returned, .refused = m_plan.refused});
        if (!taken)
            return taken.error();
    }
    if (!folder.mkpath(u"inbox"_s))
        return Error{Error::Code::PackageNotWritten, {}};
    const QString path = folder.filePath(u"inbox/feedback-%1.idcx"_s.arg(++m_nextFile, 4, 10, QChar(u'0')));
    const auto answer = m_centre->answer(path, folder.filePath(stationKeys), today(m_clock));
    if (!answer)
        return answer.error();
    m_delivery = m_centre->delivery();
    if (answer->lines == 0)
        return {};
    const auto imported = await(*m_packages, &PackageDesk::imported, [&] { m_packages->importFeedback(path); });
    if (!imported)
        return imported.error();
    // A second time it changes nothing.
    const auto again = await(*m_packages, &PackageDesk::imported, [&] { m_packages->importFeedback(path); });
    return done(again);
}

Result<void> PracticeLoop::redoReturned()
{
    if (const auto read = await(*m_returns, &ReturnDesk::changed, [this] { m_returns->refresh(); }); !read)
        return read.error();
    const QList<Standing> returned = m_returns->returned();
    for (const Standing &standing : returned) {
        const Draft &before = standing.accepted.form;
        Draft taken = before;
        WalkIn walkIn(*m_clerk.counter, standing.accepted, m_household);
        if (auto result = takePictures(walkIn, taken, m_people.value(before.applicant.number)); !result)
            return result;
        Draft form = before;
        for (const FaultyItem item : ReturnDesk::itemsOf(standing)) {
            switch (item) {
            case FaultyItem::Photo:
                form.photo = taken.photo;
                break;
            case FaultyItem::FirstFinger:
                form.fingers[0] = taken.fingers[0];
                break;
            case FaultyItem::SecondFinger:
                form.fingers[1] = taken.fingers[1];
                break;
            case FaultyItem::Form:
                form.applicant.address += u"1单元"_s;
                break;
            }
        }
        if (const auto moved = await(*m_returns, &CaseWork::moved, [&] { m_returns->redo(standing, form); }); !moved)
            return moved.error();
    }
    return {};
}

Result<void> PracticeLoop::receiveCards()
{
    if (const auto read = await(*m_receipt, &ReceiptDesk::changed, [this] { m_receipt->refresh(); }); !read)
        return read.error();
    const DeliveryCheck delivery = m_receipt->reconcile(m_delivery);
    m_delivery.clear();
    for (const Standing &standing : delivery.received) {
        const int place = m_nextPlace++;
        const auto received = await(*m_receipt, &CaseWork::moved, [&] {
            m_receipt->receive(standing, u"B%1"_s.arg(place / slotsInABox + 1),
                               QString::number(place % slotsInABox + 1));
        });
        if (!received)
            return received.error();
        if (chance() >= m_plan.defective)
            continue;
        const auto faulty = await(*m_receipt, &CaseWork::moved,
                                  [&] { m_receipt->defect(std::get<0>(*received), CardDefect::Unreadable); });
        if (!faulty)
            return faulty.error();
    }
    return {};
}

Result<void> PracticeLoop::postCards()
{
    const auto mailed = ask(*m_store, [](Repositories &repositories) {
        return repositories.lives.in({CaseState::Received, CaseState::Mailed});
    });
    if (!mailed)
        return mailed.error();
    for (const Standing &standing : *mailed) {
        const Case &accepted = standing.accepted;
        if (accepted.form.delivery.collection != Collection::Mail)
            continue;
        const auto moved = await(*m_receipt, &CaseWork::moved, [&] {
            if (accepted.state == CaseState::Mailed)
                m_receipt->deliver(standing,
                                   accepted.form.business.oldCard == OldCard::KeptUntilCollection ? OldCardEnd::Taken
                                                                                                  : OldCardEnd::None);
            else
                m_receipt->mail(standing, u"EM%1CN"_s.arg(accepted.number.sequence(), 9, 10, QChar(u'0')));
        });
        if (!moved)
            return moved.error();
    }
    return {};
}

Result<void> PracticeLoop::handOut()
{
    if (const auto read = await(*m_receipt, &ReceiptDesk::changed, [this] { m_receipt->refresh(); }); !read)
        return read.error();
    const QList<Standing> toTell = m_receipt->toTell();
    for (const Standing &standing : toTell) {
        constexpr double reached = 0.85;
        const auto told = await(*m_receipt, &CaseWork::moved,
                                [&] { m_receipt->tell(standing, u"telephone"_s, chance() < reached); });
        if (!told)
            return told.error();
        if (std::get<0>(*told).accepted.state != CaseState::Notified)
            continue;
        if (auto result = handOutOne(std::get<0>(*told)); !result)
            return result;
    }
    return {};
}

Result<void> PracticeLoop::handOutOne(const Standing &standing)
{
    const auto opened
        = await(*m_collection, &CollectionDesk::opened, [&] { m_collection->open(standing.accepted.id); });
    if (!opened)
        return opened.error();
    const CollectionFile &file = std::get<0>(*opened);
    const int person = m_people.value(standing.accepted.form.applicant.number);
    const auto compared = await(*m_collection, &CollectionDesk::compared,
                                [&] { m_collection->compare(file, m_stock->finger(person, 0).later); });
    if (!compared)
        return compared.error();
    const FingerAnswer answer = std::get<0>(*compared);
    const CollectionRecord record{
        .by = Collector::Holder,
        .paper = CollectorPaper::Slip,
        .finger = answer,
        .fingerReason = answer == FingerAnswer::Match ? QString() : u"指纹比对未通过，经核对照片和户口簿确认为本人"_s,
        .readBack = true,
        .isSigned = true,
        .oldCard = standing.accepted.form.business.oldCard == OldCard::KeptUntilCollection ? OldCardEnd::Taken
                                                                                           : OldCardEnd::None,
        .temporaryReturned = standing.temporaryOut};
    return done(await(*m_collection, &CaseWork::moved, [&] { m_collection->collect(file.standing, record); }));
}

Result<void> PracticeLoop::temporaryCards()
{
    if (const auto read = await(*m_temporary, &TemporaryCardDesk::changed, [this] { m_temporary->refresh(); }); !read)
        return read.error();
    const QList<Standing> waiting = m_temporary->waiting();
    constexpr int blanks = 100;
    if (m_temporary->stock().inStock < waiting.size()) {
        const qint64 first = 1 + m_temporary->stock().inStock + m_temporary->stock().issued
            + m_temporary->stock().returned + m_temporary->stock().spoiled;
        const auto received = await(*m_temporary, &TemporaryCardDesk::changed, [&] {
            m_temporary->receiveStock(u"LS"_s, first, first + blanks + waiting.size() - 1);
        });
        if (!received)
            return received.error();
    }
    for (const Standing &standing : waiting) {
        const auto stock = ask(*m_store, [](Repositories &repositories) { return repositories.blanks.inStock(1); });
        if (!stock)
            return stock.error();
        const auto issued = await(*m_temporary, &CaseWork::moved,
                                  [&] { m_temporary->issue(standing, stock->first().serial, PaymentMethod::Cash); });
        if (!issued)
            return issued.error();
    }
    return {};
}

Result<void> PracticeLoop::nextDay()
{
    m_now += dayMs;
    return done(await(*m_collection, &CollectionDesk::dayTurned, [this] { m_collection->turnDay(); }));
}

// From what is stored: the journal of every case, the money, the places, and whether all of it is intact.
Result<LoopResult> PracticeLoop::count()
{
    return ask(*m_store, [](Repositories &repositories) -> Result<LoopResult> {
        LoopResult result;
        QList<CaseState> all;
        for (int value = int(CaseState::Accepted); value <= int(CaseState::Discarded); ++value)
            all << CaseState(value);
        const auto cases = repositories.lives.in(all);
        if (!cases)
            return cases.error();
        for (const Standing &standing : *cases) {
            const CaseState state = standing.accepted.state;
            ++result.accepted;
            result.closed += state == CaseState::Closed;
            result.refused += state == CaseState::Refused;
            result.openCases += isOpen(state);
            result.cardsInStock += standing.progress.hasCard();
            result.charged = result.charged + standing.accepted.owed();
            result.taken = result.taken + standing.paid;
            result.refunded = result.refunded + standing.refunded;
            const auto history = repositories.lives.history(standing.accepted.id);
            if (!history)
                return history.error();
            CaseState before = CaseState::Draft;
            for (const LifeEntry &entry : *history) {
                if (entry.from != before)
                    result.problems << u"a state without its event"_s;
                before = entry.to;
                result.returned += entry.event == u"return";
                result.mailed += entry.event == u"mail";
                result.cardsReceived += entry.event == u"receive";
                result.cardsHandedOut += entry.event == u"mail" || entry.event == u"collect";
                result.remade += entry.event == u"defect" || entry.event == u"lose";
            }
            if (before != state)
                result.problems << u"a state that no event led to"_s;
            if (standing.paid != standing.accepted.owed() || standing.refunded > standing.paid)
                result.problems << u"money of a case does not add up"_s;
        }
        if (result.accepted != result.closed + result.refused + result.openCases)
            result.problems << u"cases do not add up"_s;
        if (result.cardsReceived != result.cardsHandedOut + result.remade + result.cardsInStock)
            result.problems << u"cards do not add up"_s;
        const auto blanks = repositories.blanks.stock();
        if (!blanks)
            return blanks.error();
        if (blanks->issued != int(std::count_if(cases->begin(), cases->end(), [](const Standing &standing) {
                return standing.temporaryOut;
            })))
            result.problems << u"temporary cards do not add up"_s;
        const StoredCheck stored = repositories.verify();
        for (const Error &problem : stored.problems)
            result.problems << u"%1 %2"_s.arg(name(problem.code), problem.detail);
        return result;
    });
}

} // namespace idcounter
