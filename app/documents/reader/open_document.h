// OpenDocument texts and tables (ODT, ODS; ISO 26300) to a flow.
#pragma once

#include "app/documents/reader/flow.h"
#include "app/documents/reader/zip_file.h"

namespace floe::reader {

/// Page headers, the content, page footers. Cells of a sheet as they are shown, which the file itself says.
Flow openDocumentFlow(ZipFile& file);

}  // namespace floe::reader
