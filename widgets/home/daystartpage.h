#pragma once

#include "app/workflow/daystart.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace idcounter {

class ImageView;
class MessageBar;

// The devices and their test at the start of the day, with its log.
class DayStartPage : public Page
{
    Q_OBJECT

public:
    explicit DayStartPage(DayStart &test, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill();
    void fillLog();
    static QString partName(DayStart::Part part);
    static QString stateText(const DayStart::Row &row);
    static QString readable(const QStringList &figures);
    static QString logged(const QString &detail);

    DayStart &m_test;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_hint;
    QTableWidget *m_devices;
    ImageView *m_picture;
    QPushButton *m_all;
    QPushButton *m_one;
    QPushButton *m_stop;
    QLabel *m_logTitle;
    QTableWidget *m_log;
};

} // namespace idcounter
