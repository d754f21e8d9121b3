#ifndef MADE_CELLS_H
#define MADE_CELLS_H

#include <stddef.h>

/// The table that both programs write: how many columns it has, and how many of its addresses, the first ones, are links.
#define MADE_COLUMNS 12
#define MADE_LINKS 65000

/// What a column holds.
typedef enum { MADE_TEXT, MADE_DATE, MADE_MOMENT, MADE_NUMBER, MADE_ADDRESS } made_kind;

/// The longest text that is made, with its end.
#define MADE_TEXT_SIZE 512

/// The header of a column, counted from 0.
const char *made_header(int column);

/// What a column holds.
made_kind made_column_kind(int column);

/// The text or the address of a cell.
///
/// - Parameters:
///   - row: The row, counted from 0.
///   - column: The column, counted from 0.
///   - text: Room for `MADE_TEXT_SIZE` bytes.
void made_text(int row, int column, char *text);

/// The number of a cell; for a date the days since 1970-01-01, for a moment the seconds.
double made_number(int row, int column);

#endif
