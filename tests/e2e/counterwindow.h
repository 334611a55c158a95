#pragma once

#include "app/workflow/login.h"
#include "app/workflow/preferences.h"
#include "app/workflow/upkeep.h"
#include "app/workflow/walkin.h"
#include "devices/devicerack.h"
#include "tests/support/input.h"
#include "tests/support/tables.h"
#include "widgets/common/language.h"
#include "widgets/mainwindow.h"
#include "widgets/walkin/walkinview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

namespace idcounter::test {

using namespace Qt::StringLiterals;

// The window of a new practice station with its practice devices, as app/main.cpp puts it together, and the hands of a clerk:
// each waits until what it touches is there, and says whether it was.
class CounterWindow
{
public:
    // pictures: the folder into which picture() saves, or nothing.
    CounterWindow(const Clock &clock, const QString &language, const QString &pictures)
        : m_clock(clock)
        , m_pictures(pictures)
        , m_rules(shippedTable)
        , m_store(path(u"station.sqlite"_s))
        , m_login(m_store, clock)
        , m_preferences(path(u"counter.ini"_s))
        , m_upkeep(path(u"station.sqlite"_s), path(u"copies"_s), clock)
        , m_rack({.folder = m_folder.path(), .clock = clock, .pressDelay = std::chrono::milliseconds(100)})
    {
        m_language.use(language);
        m_window = std::make_unique<MainWindow>(
            entrance(),
            [this](const Station &station) {
                m_rack.furnish(station.practice);
                return Devices{.camera = m_rack.camera(),
                               .scanner = m_rack.scanner(),
                               .printer = m_rack.printer(),
                               .household = m_rack.household(),
                               .reader = m_rack.reader(),
                               .citizens = {},
                               .findPrinters = &DeviceRack::findPrinters,
                               .cameras = &DeviceRack::cameras,
                               .readers = &DeviceRack::readers};
            },
            m_language);
        m_window->show();
        m_login.look();
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QDate day() const { return today(m_clock); }
    WalkIn &walkIn() const { return m_window->walkInView()->walkIn(); }

    // What is visible under a name; null when nothing is.
    template<typename T = QWidget>
    T *find(const QString &name) const
    {
        const auto all = m_window->findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    bool shows(const QString &name) const { return find(name) && find(name)->isEnabled(); }
    QString textOf(const QString &name) const
    {
        if (const auto *label = find<QLabel>(name))
            return label->text();
        const auto *edit = find<QLineEdit>(name);
        return edit ? edit->text() : QString();
    }
    // The message bar tells of something that was done.
    bool saysOk() const
    {
        const auto *text = find(u"messageText"_s);
        return text && text->parentWidget()->property("kind") == u"ok"_s;
    }
    int rowsOf(const QString &name) const
    {
        const auto *view = find<QAbstractItemView>(name);
        return view && view->model() ? view->model()->rowCount() : 0;
    }

    bool waitsFor(const QString &what, const std::function<bool()> &ready) const
    {
        constexpr int patience = 60000; // milliseconds
        if (QTest::qWaitFor(ready, patience))
            return true;
        qWarning("waited in vain for %s; the page says: %s", qPrintable(what), qPrintable(textOf(u"messageText"_s)));
        picture(u"waited_in_vain"_s);
        return false;
    }
    bool waits(const QString &name) const
    {
        return waitsFor(name, [&] { return shows(name); });
    }
    bool clicks(const QString &name) const
    {
        if (!waits(name))
            return false;
        QWidget *widget = find(name);
        // A check box is struck at its sign, which stands at its beginning.
        const bool isButton = qobject_cast<QAbstractButton *>(widget) != nullptr;
        QTest::mouseClick(widget, Qt::LeftButton, {},
                          isButton ? QPoint(12, widget->height() / 2) : widget->rect().center());
        return true;
    }
    bool presses(const QString &name, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        if (!waits(name))
            return false;
        find(name)->setFocus();
        QTest::keyClick(find(name), key, modifiers);
        return true;
    }
    // In the place of what stands there.
    bool types(const QString &name, const QString &text) const
    {
        if (!waits(name))
            return false;
        QWidget *widget = find(name);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        for (const QChar c : text) {
            if (c.unicode() < 0x80)
                QTest::keyClick(widget, c.toLatin1());
            else
                commitText(widget, c);
        }
        return true;
    }
    // An entry of the menu of cards.
    bool goesTo(const QString &action) const { return clicks(u"barLifeButton"_s) && choosesIn(u"lifeMenu"_s, action); }
    bool logsIn(const QString &login) const
    {
        if (find(u"personButton"_s) && !(clicks(u"personButton"_s) && choosesIn(u"personMenu"_s, u"logOutAction"_s)))
            return false;
        return clicks(u"practiceLogin_"_s + login) && waits(u"newCaseButton"_s);
    }
    // The dialog is Qt's own: what it reports when a path was chosen is reported here.
    bool choosesPath(const QString &path) const
    {
        const auto dialog = [this] { return m_window->findChild<QFileDialog *>(u"askPathDialog"_s); };
        if (!waitsFor(u"a path is asked for"_s, [&] { return dialog() && dialog()->isVisible(); }))
            return false;
        Q_EMIT dialog()->fileSelected(path);
        dialog()->close();
        return waitsFor(u"the path was taken"_s, [&] { return !dialog() || !dialog()->isVisible(); });
    }

    // For looking at.
    void picture(const QString &name) const
    {
        if (m_pictures.isEmpty())
            return;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_window->grab().save(u"%1/%2_%3.png"_s.arg(m_pictures).arg(++m_count, 2, 10, QLatin1Char('0')).arg(name));
    }

private:
    Entrance entrance()
    {
        return {.store = m_store,
                .rules = m_rules,
                .clock = m_clock,
                .counterName = u"1"_s,
                .login = m_login,
                .preferences = m_preferences,
                .upkeep = m_upkeep,
                .models = [](const QString &name) -> Result<QByteArray> {
                    QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR) + u"/resources/models/"_s + name);
                    return file.open(QIODevice::ReadOnly) ? Result<QByteArray>(file.readAll())
                                                          : Error{Error::Code::ModelsMissing, name};
                },
                .checkTables = [](const QString &) { return Result<void>(); },
                .printRecoveryKey = [](const QString &, const auto &, const auto &answered) { answered({}); },
                .packagesFolder = path(u"packages"_s)};
    }
    // As by the keyboard.
    bool choosesIn(const QString &menuName, const QString &name) const
    {
        if (!waits(menuName))
            return false;
        auto *menu = find<QMenu>(menuName);
        auto *action = menu->findChild<QAction *>(name);
        if (!action)
            return false;
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        return true;
    }

    const Clock m_clock;
    const QString m_pictures;
    mutable int m_count = 0;
    QTemporaryDir m_folder;
    const Rules m_rules;
    Store m_store;
    LogIn m_login;
    Preferences m_preferences;
    Upkeep m_upkeep;
    DeviceRack m_rack;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace idcounter::test
