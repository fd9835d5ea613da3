// What the readers of Word, Excel and OpenDocument files share: their XML.
#pragma once

#include <QByteArray>
#include <QString>
#include <pugixml.hpp>

namespace floe::reader {

inline constexpr int kDeepestXml = 200;  // elements within elements; what lies deeper is passed over

/// pugixml neither loads nor expands entities. An empty document where the bytes are no XML.
inline void parse(pugi::xml_document& document, const QByteArray& xml) {
    if (!document.load_buffer(xml.constData(), static_cast<size_t>(xml.size()),
                              pugi::parse_default | pugi::parse_ws_pcdata))
        document.reset();
}

/// The name without its prefix: files choose prefixes freely, though hardly any do.
inline const char* localName(const pugi::xml_node& node) {
    const char* name = node.name();
    for (const char* c = name; *c; ++c)
        if (*c == ':') name = c + 1;
    return name;
}

inline bool is(const pugi::xml_node& node, const char* name) {
    return QByteArrayView(localName(node)) == QByteArrayView(name);
}

/// An attribute by its local name.
inline QString value(const pugi::xml_node& node, const char* name) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        QByteArrayView own(attribute.name());
        own = own.sliced(own.lastIndexOf(':') + 1);
        if (own == QByteArrayView(name)) return QString::fromUtf8(attribute.value());
    }
    return {};
}

inline pugi::xml_node child(const pugi::xml_node& node, const char* name) {
    for (const pugi::xml_node& inner : node.children())
        if (is(inner, name)) return inner;
    return {};
}

}  // namespace floe::reader
