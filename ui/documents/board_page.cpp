#include "ui/documents/board_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include "ui/models/board_model.h"
#include "ui/models/figures.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

using State = BoardFilter::State;
enum Period { AnyTime, ThisMonth, LastMonth, ThisYear, LastYear };

void setPeriod(BoardFilter& filter, Period period, const QDate& today) {
    const QDate month(today.year(), today.month(), 1);
    switch (period) {
        case AnyTime:
            return;
        case ThisMonth:
            filter.from = month;
            filter.until = month.addMonths(1).addDays(-1);
            return;
        case LastMonth:
            filter.from = month.addMonths(-1);
            filter.until = month.addDays(-1);
            return;
        case ThisYear:
        case LastYear: {
            const int year = today.year() - (period == LastYear);
            filter.from = QDate(year, 1, 1);
            filter.until = QDate(year, 12, 31);
        }
    }
}

}  // namespace

BoardPage::BoardPage(BoardModel* model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      directions_(new QButtonGroup(this)),
      states_(new QButtonGroup(this)),
      search_(new QLineEdit),
      period_(new QComboBox),
      table_(new QTableView),
      open_(button(tr("Open the bill"))),
      paid_(button({}, "primary")),
      nudge_(button(tr("Draft a nudge …"))),
      export_(button(tr("Export this list …"))),
      empty_(new EmptyState("board")) {
    table_->setModel(model);
    table_->setAccessibleName(tr("Bills by what is to be paid"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(BoardModel::Seller, QHeaderView::Stretch);
    empty_->say(tr("No bills here"), tr("Bills that were read are listed here by what is to be paid and until when."));
    auto* column = tight(new QVBoxLayout(this), 2 * kSpace, kSpace * 3 / 2);
    column->addWidget(label(tr("Board"), "title"));
    column->addWidget(makeFilters());
    column->addWidget(table_, 1);
    column->addWidget(empty_, 1);
    column->addWidget(makeActions());

    connect(directions_, &QButtonGroup::idClicked, this, &BoardPage::filter);
    connect(states_, &QButtonGroup::idClicked, this, &BoardPage::filter);
    connect(search_, &QLineEdit::textChanged, this, &BoardPage::filter);
    connect(period_, &QComboBox::currentIndexChanged, this, &BoardPage::filter);
    connect(model, &BoardModel::changed, this, &BoardPage::showTotals);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &BoardPage::showActions);
    connect(table_, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { emit openWanted(model_->idAt(index.row())); });
    const auto current = [this] { return model_->idAt(table_->currentIndex().row()); };
    connect(open_, &QPushButton::clicked, this, [this, current] { emit openWanted(current()); });
    connect(nudge_, &QPushButton::clicked, this, [this, current] { emit nudgeWanted(current()); });
    connect(paid_, &QPushButton::clicked, this, [this, current] {
        const BillInfo* bill = model_->at(table_->currentIndex().row());
        if (bill) emit paidWanted(current(), !bill->paidAt.isValid());
    });
    connect(export_, &QPushButton::clicked, this, &BoardPage::exportWanted);
    showTotals();
}

QWidget* BoardPage::makeFilters() {
    auto* made = new QWidget;
    auto* sides = tight(new QHBoxLayout, 0, kSpace / 2);
    for (const auto direction : {BillInfo::Direction::Received, BillInfo::Direction::Sent}) {
        auto* side =
            button(direction == BillInfo::Direction::Sent ? tr("Invoices sent") : tr("Bills received"), "section");
        side->setCheckable(true);
        side->setMinimumWidth(side->fontMetrics().horizontalAdvance(side->text()) * 5 / 4 +
                              3 * kSpace);  // bold if chosen
        side->setChecked(direction == BillInfo::Direction::Received);
        directions_->addButton(side, int(direction));
        sides->addWidget(side);
    }
    sides->addStretch();
    search_->setPlaceholderText(tr("Number, seller, amount …"));
    search_->setAccessibleName(tr("Search by number, seller or amount"));
    search_->setClearButtonEnabled(true);
    search_->setMinimumWidth(24 * kSpace);
    period_->addItems({tr("Any time"), tr("This month"), tr("Last month"), tr("This year"), tr("Last year")});
    period_->setAccessibleName(tr("Period of the issue date"));
    sides->addWidget(search_);
    sides->addWidget(period_);
    auto* cards = tight(new QHBoxLayout, 0, kSpace);
    for (const State state : {State::All, State::Open, State::Overdue, State::Paid}) {
        auto* card = button({}, "card");
        card->setCheckable(true);
        card->setChecked(state == State::All);
        card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        states_->addButton(card, int(state));
        cards->addWidget(card, 1);
    }
    auto* column = tight(new QVBoxLayout(made), 0, kSpace);
    column->addLayout(sides);
    column->addLayout(cards);
    return made;
}

QWidget* BoardPage::makeActions() {
    auto* made = new QWidget;
    auto* row = tight(new QHBoxLayout(made), 0, kSpace);
    row->addWidget(paid_);
    row->addWidget(open_);
    row->addWidget(nudge_);
    row->addStretch();
    row->addWidget(export_);
    return made;
}

void BoardPage::filter() {
    BoardFilter filter;
    filter.direction = BillInfo::Direction(directions_->checkedId());
    filter.state = State(states_->checkedId());
    filter.text = search_->text();
    setPeriod(filter, Period(period_->currentIndex()), model_->today());
    model_->setFilter(filter);
}

void BoardPage::showTotals() {
    const bool sent = model_->filter().direction == BillInfo::Direction::Sent;
    const QString names[] = {tr("All"), sent ? tr("Sent") : tr("To pay"), tr("Overdue"), tr("Paid")};
    const qsizetype most = std::max<qsizetype>(1, model_->totals(State::All).size());
    for (const State state : {State::All, State::Open, State::Overdue, State::Paid}) {
        QStringList sums;
        int bills = 0;
        for (const BoardTotal& total : model_->totals(state)) {
            sums << (Figures::amount(total.sum) + ' ' + total.currency).trimmed();
            bills += total.bills;
        }
        auto* card = states_->button(int(state));
        const QString spoken = sums.join(QStringLiteral(", "));
        if (sums.isEmpty()) sums << QStringLiteral("–");
        while (sums.size() < most) sums << QString();  // all cards begin at the same height
        card->setText(QStringLiteral("%1 (%2)\n%3").arg(names[int(state)]).arg(bills).arg(sums.join('\n')));
        card->setAccessibleName(names[int(state)] + QStringLiteral(", ") + tr("bills: %1").arg(bills) +
                                QStringLiteral(", ") + spoken);
    }
    for (QAbstractButton* card : states_->buttons())
        card->setFixedHeight(int(most + 1) * fontMetrics().lineSpacing() + 2 * kSpace);
    table_->setVisible(model_->rowCount() > 0);
    empty_->setVisible(model_->rowCount() == 0);
    export_->setEnabled(model_->rowCount() > 0);
    showActions();
}

void BoardPage::showActions() {
    const BillInfo* bill = model_->at(table_->currentIndex().row());
    paid_->setText(bill && bill->paidAt.isValid() ? tr("Mark as not paid") : tr("Mark as paid"));
    for (QPushButton* press : {paid_, open_}) press->setEnabled(bill);
    const bool sent = bill && bill->direction == BillInfo::Direction::Sent;
    nudge_->setVisible(sent && model_->stateOf(*bill) == State::Overdue);
}

}  // namespace floe
