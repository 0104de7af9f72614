#define _GNU_SOURCE
#include "FaultShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

// The next definition of a function: the one of the C library.
#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

enum kind { NOTHING, KILL, TORN, SIGNAL, FAIL };

static struct {
    uint64_t at;
    enum kind kind;
    int error;
    int sticky;
    const char *part;
    _Atomic int64_t room;
    int has_room;
    int64_t clock;
    int log;
} fault = {.log = -1};

// Shared with the test through a file, so that the numbers outlive a kill.
struct counts {
    _Atomic uint64_t points;
    _Atomic uint64_t faults;
};
static struct counts own_counts;
static struct counts *counts = &own_counts;

static const char *setting(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

__attribute__((constructor)) static void prepare(void) {
    const char *text;
    if ((text = setting("FAULT_AT"))) fault.at = strtoull(text, NULL, 10);
    if ((text = setting("FAULT_KIND"))) {
        fault.kind = !strcmp(text, "kill") ? KILL
            : !strcmp(text, "torn")        ? TORN
            : !strcmp(text, "term")        ? SIGNAL
                                           : FAIL;
        fault.error = !strcmp(text, "ENOSPC") ? ENOSPC : !strcmp(text, "EIO") ? EIO : EACCES;
    }
    fault.sticky = setting("FAULT_STICKY") != NULL;
    fault.part = setting("FAULT_PATH");
    if ((text = setting("FAULT_BYTES"))) {
        fault.has_room = 1;
        fault.room = strtoll(text, NULL, 10);
    }
    if ((text = setting("FAULT_CLOCK"))) fault.clock = strtoll(text, NULL, 10);
    if ((text = setting("FAULT_COUNT_FILE"))) {
        int file = (int)syscall(SYS_openat, AT_FDCWD, text, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
        if (file >= 0 && syscall(SYS_ftruncate, file, sizeof(struct counts)) == 0) {
            void *map = mmap(NULL, sizeof(struct counts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
            if (map != MAP_FAILED) counts = map;
        }
        if (file >= 0) syscall(SYS_close, file);
    }
    if ((text = setting("FAULT_LOG"))) {
        int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
        fault.log = (int)syscall(SYS_openat, AT_FDCWD, text, flags, 0640);
    }
}

static void die(void) { syscall(SYS_kill, getpid(), SIGKILL); }

// The path of an open file; its number for one that has none.
static const char *path_of(int file, char *buffer, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, buffer, size - 1);
    buffer[length < 0 ? 0 : length] = 0;
    return buffer;
}

static int counts_for(const char *path) { return !fault.part || strstr(path, fault.part); }

// Counts a write point and says whether it goes wrong; where it means a kill this does not return.
//
// `takes_room` is whether the call needs free space; a disk that stays full lets the others through.
static enum kind point(const char *name, const char *path, int takes_room) {
    if (!counts_for(path)) return NOTHING;
    uint64_t number = atomic_fetch_add(&counts->points, 1) + 1;
    if (fault.log >= 0) {
        char line[4300];
        int length = snprintf(line, sizeof line, "%llu %s %s\n", (unsigned long long)number, name, path);
        if (length > 0) syscall(SYS_write, fault.log, line, (size_t)length);
    }
    if (fault.kind == NOTHING || number < fault.at) return NOTHING;
    if (number > fault.at) {
        if (!fault.sticky || (fault.error == ENOSPC && !takes_room)) return NOTHING;
    }
    atomic_fetch_add(&counts->faults, 1);
    if (fault.kind == KILL) die();
    if (fault.kind != SIGNAL) return fault.kind;
    kill(getpid(), SIGTERM);
    return NOTHING;
}

static enum kind file_point(const char *name, int file, int takes_room) {
    char buffer[4096] = "";
    if (fault.part || fault.log >= 0) path_of(file, buffer, sizeof buffer);
    return point(name, buffer, takes_room);
}

static int is_console(int file) { return file == STDOUT_FILENO || file == STDERR_FILENO; }

// Fails as the fault says; a torn call that writes nothing is a kill before it.
static int fail(enum kind kind) {
    if (kind == TORN) die();
    errno = fault.error;
    return -1;
}

// How many of `size` bytes the disk still takes.
static size_t allowed(size_t size) {
    if (!fault.has_room) return size;
    int64_t before = atomic_fetch_sub(&fault.room, (int64_t)size);
    if (before >= (int64_t)size) return size;
    size_t taken = before > 0 ? (size_t)before : 0;
    atomic_fetch_add(&fault.room, (int64_t)(size - taken));
    return taken;
}

static ssize_t write_at(const char *name, int file, const void *bytes, size_t size, off64_t offset) {
    char path[4096] = "";
    int counted = !is_console(file);
    if (counted && (fault.part || fault.log >= 0)) path_of(file, path, sizeof path);
    counted = counted && counts_for(path);
    enum kind kind = counted ? point(name, path, 1) : NOTHING;
    if (kind == FAIL) return fail(kind);
    size_t count = kind == TORN ? size / 2 : counted ? allowed(size) : size;
    if (count == 0 && size > 0 && kind != TORN) {
        atomic_fetch_add(&counts->faults, 1);
        errno = ENOSPC;
        return -1;
    }
    ssize_t written = offset < 0 ? syscall(SYS_write, file, bytes, count)
                                 : syscall(SYS_pwrite64, file, bytes, count, offset);
    if (kind == TORN) die();
    return written;
}

ssize_t write(int file, const void *bytes, size_t size) {
    return write_at("write", file, bytes, size, -1);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    return write_at("pwrite", file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    return write_at("pwrite", file, bytes, size, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    if (!is_console(file)) {
        enum kind kind = file_point("writev", file, 1);
        if (kind != NOTHING) return fail(kind);
    }
    return syscall(SYS_writev, file, parts, count);
}

// A call on an open file that writes no bytes.
#define ON_FILE(name, takes_room, declaration, call)              \
    int name declaration {                                        \
        enum kind kind = file_point(#name, file, takes_room);     \
        return kind == NOTHING ? call : fail(kind);               \
    }

ON_FILE(fsync, 0, (int file), REAL(fsync)(file))
ON_FILE(syncfs, 0, (int file), REAL(syncfs)(file))
ON_FILE(fdatasync, 0, (int file), REAL(fdatasync)(file))
ON_FILE(ftruncate, 0, (int file, off_t size), REAL(ftruncate)(file, size))
ON_FILE(ftruncate64, 0, (int file, off64_t size), REAL(ftruncate64)(file, size))
ON_FILE(fchmod, 0, (int file, mode_t mode), REAL(fchmod)(file, mode))
ON_FILE(posix_fallocate, 1, (int file, off_t at, off_t size), REAL(posix_fallocate)(file, at, size))

// A call on a path.
#define ON_PATH(name, takes_room, declaration, call)              \
    int name declaration {                                        \
        enum kind kind = point(#name, path, takes_room);          \
        return kind == NOTHING ? call : fail(kind);               \
    }

ON_PATH(rename, 0, (const char *old, const char *path), REAL(rename)(old, path))
ON_PATH(renameat, 0, (int from, const char *old, int to, const char *path),
        REAL(renameat)(from, old, to, path))
ON_PATH(mkdir, 1, (const char *path, mode_t mode), REAL(mkdir)(path, mode))
ON_PATH(mkdirat, 1, (int folder, const char *path, mode_t mode), REAL(mkdirat)(folder, path, mode))
ON_PATH(symlink, 1, (const char *target, const char *path), REAL(symlink)(target, path))
ON_PATH(link, 1, (const char *old, const char *path), REAL(link)(old, path))
ON_PATH(unlink, 0, (const char *path), REAL(unlink)(path))
ON_PATH(unlinkat, 0, (int folder, const char *path, int flags),
        REAL(unlinkat)(folder, path, flags))
ON_PATH(rmdir, 0, (const char *path), REAL(rmdir)(path))
ON_PATH(chmod, 0, (const char *path, mode_t mode), REAL(chmod)(path, mode))

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    if ((flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT)) {
        enum kind kind = point("open", path, (flags & O_CREAT) != 0);
        if (kind != NOTHING) return fail(kind);
    } else if (fault.kind == FAIL && fault.error == EACCES && fault.part && fault.sticky
               && strstr(path, fault.part)) {
        // A folder without rights cannot be read either.
        return fail(FAIL);
    }
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE(flags)                                                          \
    mode_t mode = 0;                                                         \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                                 \
        va_list list;                                                        \
        va_start(list, flags);                                               \
        mode = va_arg(list, mode_t);                                         \
        va_end(list);                                                        \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return open_at(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    return open_at(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return open_at(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return open_at(folder, path, flags, mode);
}

// Streams: the C library writes them with calls of its own that cannot be replaced, so a stream that
// writes becomes one whose buffer is emptied by `write` above.

static ssize_t stream_read(void *cookie, char *bytes, size_t size) {
    return read((int)(intptr_t)cookie, bytes, size);
}

static ssize_t stream_write(void *cookie, const char *bytes, size_t size) {
    size_t done = 0;
    while (done < size) {
        ssize_t count = write((int)(intptr_t)cookie, bytes + done, size - done);
        if (count < 0) return (ssize_t)done;
        done += (size_t)count;
    }
    return (ssize_t)done;
}

static int stream_seek(void *cookie, off64_t *position, int whence) {
    off64_t place = lseek64((int)(intptr_t)cookie, *position, whence);
    if (place < 0) return -1;
    *position = place;
    return 0;
}

static int stream_close(void *cookie) {
    int file = (int)(intptr_t)cookie;
    enum kind kind = file_point("fclose", file, 0);
    int result = close(file);
    return kind == NOTHING ? result : fail(kind);
}

static FILE *stream(int file, const char *mode) {
    cookie_io_functions_t calls = {stream_read, stream_write, stream_seek, stream_close};
    return file < 0 ? NULL : fopencookie((void *)(intptr_t)file, mode, calls);
}

static FILE *open_stream(const char *path, const char *mode) {
    int update = strchr(mode, '+') != NULL;
    if (*mode == 'r' && !update) return REAL(fopen)(path, mode);
    int flags = (update ? O_RDWR : O_WRONLY)
        | (*mode == 'w' ? O_CREAT | O_TRUNC : *mode == 'a' ? O_CREAT | O_APPEND : 0);
    return stream(open_at(AT_FDCWD, path, flags, 0666), mode);
}

FILE *fopen(const char *path, const char *mode) { return open_stream(path, mode); }
FILE *fopen64(const char *path, const char *mode) { return open_stream(path, mode); }

FILE *fdopen(int file, const char *mode) {
    return *mode == 'r' && !strchr(mode, '+') ? REAL(fdopen)(file, mode) : stream(file, mode);
}

// The clock.

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = REAL(clock_gettime)(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        time->tv_sec += fault.clock;
    }
    return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    int result = REAL(gettimeofday)(time, zone);
    if (result == 0) time->tv_sec += fault.clock;
    return result;
}

time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}
