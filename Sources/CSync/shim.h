#include <bits/types.h>
#include <stddef.h>

/* The C library declares these only where GNU extensions are asked for, which the language does not. */
int syncfs(int descriptor);
int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);
__ssize_t getdents64(int descriptor, void *entries, size_t length);

/* SYNC_FILE_RANGE_WRITE: begin to write out, wait for nothing. */
static const unsigned int tonghop_begin_writing = 2;
