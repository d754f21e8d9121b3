#include <errno.h>
#include <stdio.h>
#include <xlsxwriter.h>

/// Closes a workbook as `workbook_close` does, without the words that the library would print on
/// standard error: the caller tells what happened. Only one thread may do so at a time.
///
/// The GNU C library lets a program set `stderr`.
/// Source: <https://www.gnu.org/software/libc/manual/html_node/Standard-Streams.html>.
static inline lxw_error workbook_close_quietly(lxw_workbook *workbook) {
    FILE *own = stderr;
    FILE *nowhere = fopen("/dev/null", "w");
    if (nowhere) stderr = nowhere;
    errno = 0;
    lxw_error code = workbook_close(workbook);
    int reason = errno;
    stderr = own;
    if (nowhere) fclose(nowhere);
    errno = reason;
    return code;
}
