// What a process that has confined itself cannot do any more. Each case runs in a child of this program that confines
// itself, tries one thing, and says by its exit code which error it met.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <functional>
#include <string>

#include "app/documents/reader/limits.h"

namespace {

constexpr int kMissing = 200;  // the exit code of a child without a filter

/// The errno that `attempt` left in a confined child; 0: it succeeded; -1: the child died.
int errorOf(const std::function<bool()>& attempt) {
    const pid_t child = fork();
    if (child == 0) {
        if (!floe::reader::confine(int64_t{1} << 30, 20)) _exit(kMissing);
        errno = 0;
        _exit(attempt() ? 0 : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class Confinement : public testing::Test {
 protected:
    void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        GTEST_SKIP() << "with sanitizers nothing is filtered";
#endif
        if (errorOf([] { return true; }) == kMissing) GTEST_SKIP() << "this kernel filters no system calls";
    }
    const std::string path_ = testing::TempDir() + "confinement-" + std::to_string(getpid());
};

TEST_F(Confinement, LeavesNoSockets) {
    for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK})
        EXPECT_EQ(errorOf([=] { return socket(family, SOCK_STREAM, 0) >= 0; }), EPERM) << family;
    EXPECT_EQ(errorOf([] {
                  int pair[2];
                  return socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
              }),
              EPERM);
}

TEST_F(Confinement, LeavesNoNewProcessesAndPrograms) {
    EXPECT_EQ(errorOf([] { return fork() >= 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr) >= 0; }), EPERM);
    EXPECT_EQ(errorOf([] {
                  execl("/bin/true", "true", nullptr);
                  return false;
              }),
              EPERM);
    EXPECT_EQ(errorOf([] { return syscall(SYS_execveat, AT_FDCWD, "/bin/true", nullptr, nullptr, 0) == 0; }), EPERM);
}

TEST_F(Confinement, LeavesNoWayToWrite) {
    const char* path = path_.c_str();
    EXPECT_EQ(errorOf([=] { return open(path, O_WRONLY | O_CREAT, 0600) >= 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return open("/dev/null", O_RDWR) >= 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return syscall(SYS_open, path, O_RDONLY | O_CREAT, 0600) >= 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return creat(path, 0600) >= 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return mkdir(path, 0700) == 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return unlink(path) == 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return rename(path, path) == 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return chmod("/tmp", 0777) == 0; }), EPERM);
    EXPECT_EQ(errorOf([=] { return symlink("/etc", path) == 0; }), EPERM);
    EXPECT_NE(access(path, F_OK), 0);
}

TEST_F(Confinement, LeavesOthersAlone) {
    EXPECT_EQ(errorOf([] { return kill(getppid(), 0) == 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return mount("none", "/mnt", "tmpfs", 0, nullptr) == 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return unshare(CLONE_NEWNS) == 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return setpriority(PRIO_PROCESS, 0, -5) == 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return syscall(SYS_bpf, 0, nullptr, 0) == 0; }), EPERM);
    EXPECT_EQ(errorOf([] { return syscall(SYS_io_uring_setup, 1, nullptr) == 0; }), EPERM);
}

TEST_F(Confinement, LeavesFilesToBeReadAndThreads) {
    EXPECT_EQ(errorOf([] {
                  const int file = open("/proc/self/stat", O_RDONLY);
                  char c = 0;
                  return file >= 0 && read(file, &c, 1) == 1;
              }),
              0);
    EXPECT_EQ(errorOf([] {
                  pthread_t thread;
                  return pthread_create(
                             &thread, nullptr, [](void*) -> void* { return nullptr; }, nullptr) == 0 &&
                         pthread_join(thread, nullptr) == 0;
              }),
              0);
    EXPECT_EQ(errorOf([] {
                  const int file = memfd_create("attachment", MFD_CLOEXEC);
                  return write(file, "x", 1) == 1 &&
                         open(("/proc/self/fd/" + std::to_string(file)).c_str(), O_RDONLY) >= 0;
              }),
              0);
}

TEST_F(Confinement, LimitsMemoryAndCannotBeUndone) {
    EXPECT_EQ(errorOf([] {
                  return mmap(nullptr, size_t{2} << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
              }),
              ENOMEM);
    EXPECT_EQ(errorOf([] {
                  rlimit limit{};
                  getrlimit(RLIMIT_CORE, &limit);
                  return limit.rlim_max == 0;
              }),
              0);
    EXPECT_EQ(errorOf([] { return prctl(PR_SET_DUMPABLE, 1) == 0; }), EPERM);
    EXPECT_EQ(errorOf([]() -> bool { abort(); }), -1);
}

TEST_F(Confinement, KeepsNoDescriptorsOfItsParent) {
    const int kept = open("/proc/self/stat", O_RDONLY);
    EXPECT_EQ(errorOf([=] {
                  char c = 0;
                  return read(kept, &c, 1) == 1;
              }),
              EBADF);
    close(kept);
}

}  // namespace
