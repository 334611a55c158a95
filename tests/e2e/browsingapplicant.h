#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace idcounter::test {

using namespace Qt::StringLiterals;

// Applicants at their telephones: the browser of browser/applicant.mjs, whose commands these are.
class BrowsingApplicant
{
public:
    // script: where applicant.mjs lies beside its tools; language: zh-CN or en; pictures: a folder, or nothing.
    BrowsingApplicant(const QString &script, const QString &origin, const QString &language, const QString &pictures)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments{script, origin, language};
        if (!pictures.isEmpty())
            arguments << pictures;
        m_process.start(u"node"_s, arguments);
    }
    // The browser ends with its input.
    ~BrowsingApplicant()
    {
        m_process.closeWriteChannel();
        constexpr int patience = 10000; // milliseconds
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patience))
            qWarning("the browser does not end");
    }
    Q_DISABLE_COPY_MOVE(BrowsingApplicant)

    // Who does what follows.
    void is(const QString &who) { m_who = who; }

    bool opens(const QString &path) { return asks(u"open"_s, u"path"_s, path); }
    bool follows(const QString &href) { return asks(u"follow"_s, u"href"_s, href); }
    bool looksAside(const QString &path) { return asks(u"aside"_s, u"path"_s, path); }
    bool fills(const QJsonObject &fields) { return asks(u"fill"_s, u"fields"_s, fields); }
    bool chooses(const QString &label) { return asks(u"choose"_s, u"label"_s, label); }
    bool sends(const QString &form, const QString &button = {})
    {
        return asks({{u"do"_s, u"send"_s}, {u"form"_s, form}, {u"button"_s, button}});
    }
    // What is found on a page of the test's own, and what was found on all pages until now.
    QStringList control(const QString &html)
    {
        asks(u"control"_s, u"html"_s, html);
        return m_answer[u"findings"_s].toVariant().toStringList();
    }
    QStringList findings()
    {
        asks({{u"do"_s, u"findings"_s}});
        return m_answer[u"findings"_s].toVariant().toStringList();
    }

    // Of the page that is shown.
    QString path() const { return m_answer[u"path"_s].toString(); }
    QString id() const { return path().section(QLatin1Char('/'), 2, 2); }
    int status() const { return m_answer[u"status"_s].toInt(); }
    QString text() const { return m_answer[u"text"_s].toString(); }
    int pages() const { return m_answer[u"pages"_s].toInt(); }

private:
    bool asks(const QString &what, const QString &name, const QJsonValue &value)
    {
        return asks({{u"do"_s, what}, {name, value}});
    }
    bool asks(QJsonObject command)
    {
        constexpr int patience = 60000; // milliseconds
        command[u"who"_s] = m_who;
        m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
        const auto answered = [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; };
        if (!QTest::qWaitFor(answered, patience) || !m_process.canReadLine()) {
            qWarning("the browser does not answer");
            return false;
        }
        m_answer = QJsonDocument::fromJson(m_process.readLine()).object();
        if (!m_answer.contains(u"error"_s))
            return true;
        qWarning("%s", qPrintable(m_answer[u"error"_s].toString()));
        return false;
    }

    QProcess m_process;
    QString m_who = u"first"_s;
    QJsonObject m_answer;
};

} // namespace idcounter::test
