#include <bits/types.h>

/* The C library declares these two only where GNU extensions are asked for, which the language does not. */
int syncfs(int descriptor);
int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);

/* SYNC_FILE_RANGE_WRITE: begin to write out, wait for nothing. */
static const unsigned int tonghop_begin_writing = 2;
