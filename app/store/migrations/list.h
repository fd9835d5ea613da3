// Every migration, a function a file.
#pragma once

#include "app/store/migrations.h"

namespace floe {

Migration migration_001();
Migration migration_002();
Migration migration_003();
Migration migration_004();

}  // namespace floe
