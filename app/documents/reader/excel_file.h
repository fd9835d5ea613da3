// Excel files (XLSX, ISO 29500) to a flow.
#pragma once

#include "app/documents/reader/flow.h"
#include "app/documents/reader/zip_file.h"

namespace floe::reader {

/// The used cells of the sheets that are shown, a table each, as they are shown: formulas by the value that was stored
/// with them. Hidden sheets, rows and columns are left out.
Flow excelFlow(ZipFile& file);

}  // namespace floe::reader
