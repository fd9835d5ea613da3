// Will it fit: a bar of weights, keys and values, and buffers against free memory, with figures and a sentence.
#pragma once

#include <QWidget>

#include "ui/models/memory_estimate.h"

class QLabel;

namespace floe {

class SegmentBar;
class Sentence;

class FitView : public QWidget {
    Q_OBJECT
 public:
    explicit FitView(QWidget* parent = nullptr);
    void set(const MemoryEstimate& estimate);

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void showFigures();

    MemoryEstimate estimate_;
    SegmentBar* bar_;
    QLabel* swatches_[3];
    QLabel* figures_[3];
    Sentence* sentence_;
};

}  // namespace floe
