// A paragraph under way in an Office text, as Word and OpenDocument both have it.
#pragma once

#include <QString>
#include <vector>

#include "app/documents/reader/flow.h"
#include "app/documents/reader/office_xml.h"

namespace floe::reader {

/// Gathers the lines of paragraphs into `flow`. Text boxes anchored in a paragraph come after it.
class ParagraphWriter {
 public:
    virtual ~ParagraphWriter() = default;

    Flow flow;

    /// Paragraphs and tables of a body, a cell or a text box.
    virtual void blocks(const pugi::xml_node& parent, int depth) = 0;

 protected:
    /// Adds to `line_` and `boxes_`, and ends lines.
    virtual void inlines(const pugi::xml_node& parent, int depth) = 0;

    void paragraph(const pugi::xml_node& node, int depth) {
        empty_ = true;
        inlines(node, depth);
        endLine();
        if (empty_) addGap(flow);
        std::vector<pugi::xml_node> boxes;
        boxes.swap(boxes_);
        for (const pugi::xml_node& box : boxes) blocks(box, depth + 1);
    }

    void endLine() {
        if (!line_.trimmed().isEmpty()) {
            flow.push_back(lineOf(line_));
            empty_ = false;
        }
        line_.clear();
    }

    QString line_;
    std::vector<pugi::xml_node> boxes_;

 private:
    bool empty_ = true;  // no line of this paragraph yet
};

}  // namespace floe::reader
