#include <errno.h>
#include <stdio.h>
#include <xlsxwriter.h>

/* Closes a workbook without a word on standard error, where the library reports each of its own source
   lines that met a full disk; the code and errno say all of it. Only this C library's stream is turned
   away: what is written to the descriptor itself goes out as ever. Not for two threads at once. */
static inline lxw_error tonghop_close_silently(lxw_workbook *workbook, int *reason) {
    static FILE *nowhere;
    if (!nowhere) nowhere = fopen("/dev/null", "we");
    FILE *kept = stderr;
    if (nowhere) stderr = nowhere;
    errno = 0;
    lxw_error code = workbook_close(workbook);
    *reason = errno;
    stderr = kept;
    return code;
}
