#include <bits/types.h>
#include <stddef.h>

/* The C library declares these only where GNU extensions are asked for, which the language does not. */
int syncfs(int descriptor);
int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);
__ssize_t getdents64(int descriptor, void *entries, size_t length);

/* SYNC_FILE_RANGE_WRITE: begin to write out, wait for nothing. */
static const unsigned int tonghop_begin_writing = 2;

/* O_TMPFILE: a file without a name, in the folder that is opened; a macro that Swift does not see. */
static const int tonghop_unnamed = 020000000 | 0200000;
