// The command line of Floe. Each command stands in a file of its own.

#include "app/cli/common.h"

int main(int argc, char** argv) {
    using namespace floe::cli;
    CLI::App app{"Floe runs language models privately on this machine. Nothing leaves it."};
    app.name("floe");
    app.set_version_flag("--version", "floe " FLOE_VERSION);
    app.require_subcommand(1);
    app.fallthrough();

    Global global;
    app.add_flag("--json", global.json, "Answer in JSON");
    app.add_option("--data", global.data, "Folder of history and settings")->envname("FLOE_DATA");

    int exit_code = kDone;
    add_complete(app, global, exit_code);
    add_batch(app, global, exit_code);
    add_chat(app, global, exit_code);
    add_chats(app, global, exit_code);
    add_bills(app, global, exit_code);
    add_extract(app, global, exit_code);
    add_eval(app, global, exit_code);
    add_inspect(app, global, exit_code);
    add_bench(app, global, exit_code);

    watch_interrupts();
    try {
        app.parse(argc, argv);
    } catch (const CLI::RequiredError& e) {
        if (app.get_subcommands().empty() && !app.remaining().empty()) {
            fail("There is no command \"" + app.remaining().front() + "\". `floe --help` shows those there are.");
            return kUsage;
        }
        app.exit(e);
        return kUsage;
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? kDone : kUsage;
    } catch (const std::bad_alloc&) {
        return fail("There is not enough memory for this. Close other programs, or take a smaller model or context.");
    } catch (const std::exception& e) {
        return fail(std::string("Floe made a mistake (") + e.what() + "). Please report what you did.");
    }
    return exit_code;
}
