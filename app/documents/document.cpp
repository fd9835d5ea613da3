#include "app/documents/document.h"

namespace floe {

QString name(Document::Source source) {
    switch (source) {
        case Document::Source::Text:
            return "text";
        case Document::Source::Ocr:
            return "ocr";
        case Document::Source::Xml:
            return "xml";
    }
    return {};
}

}  // namespace floe
