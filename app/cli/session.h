// A person's session for commands that need the history: an event loop and the opened data folder.
#pragma once

#include <functional>

#include "app/chats/chats.h"
#include "app/cli/common.h"

namespace floe {
class Floe;
}

namespace floe::cli {

/// Opens the history of --data and runs `body` on it, with the reading of bills paused; says what is wrong with it
/// otherwise. Returns the exit code.
int with_floe(const Global& global, const std::function<int(Floe&)>& body);

Json to_json(const ChatInfo& chat);
Json to_json(const Message& message);

}  // namespace floe::cli
