// Word files (DOCX, ISO 29500) to a flow.
#pragma once

#include "app/documents/reader/flow.h"
#include "app/documents/reader/zip_file.h"

namespace floe::reader {

/// Headers, then the text with its tables, then footers. Deleted and hidden text is left out; a text box follows the
/// paragraph that it is tied to. Numbers of lists are not reckoned.
Flow wordFlow(ZipFile& file);

}  // namespace floe::reader
