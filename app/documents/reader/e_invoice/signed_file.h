// What a signed file (CMS, RFC 5652: .p7m) wraps. Italy's FatturaPA often travels so. The signature is not checked.
#pragma once

#include <QByteArray>

namespace floe::reader {

/// Whether the first bytes are those of CMS signed data in BER or DER.
bool isSignedFile(const QByteArray& head);

/// The content, in whatever lengths and pieces BER allows; empty: the bytes are damaged or hold none.
QByteArray signedContent(const QByteArray& bytes);

}  // namespace floe::reader
