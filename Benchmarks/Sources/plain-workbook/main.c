// Writes the made table as a plain program on libxlsxwriter would: no widths, no mending, no check.
//
//     plain-workbook FILE ROWS [--constant-memory]
#include <made_cells.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/// Days from 1899-12-31, with the 29 February 1900 that never was, to 1970-01-01.
static const double epoch = 25569;

int main(int count, char **arguments) {
    int rows = count > 2 ? atoi(arguments[2]) : 0;
    if (rows < 1) {
        fprintf(stderr, "usage: plain-workbook FILE ROWS [--constant-memory]\n");
        return 64;
    }
    int is_lean = count > 3 && strcmp(arguments[3], "--constant-memory") == 0;
    lxw_workbook_options options = {.constant_memory = is_lean};
    lxw_workbook *workbook = workbook_new_opt(arguments[1], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Made");
    lxw_format *date = workbook_add_format(workbook);
    lxw_format *moment = workbook_add_format(workbook);
    format_set_num_format(date, "yyyy-mm-dd");
    format_set_num_format(moment, "yyyy-mm-dd hh:mm");

    for (int column = 0; column < MADE_COLUMNS; column++)
        worksheet_write_string(sheet, 0, column, made_header(column), NULL);
    worksheet_autofilter(sheet, 0, 0, rows, MADE_COLUMNS - 1);
    worksheet_freeze_panes(sheet, 1, 1);

    char text[MADE_TEXT_SIZE];
    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < MADE_COLUMNS; column++) {
            switch (made_column_kind(column)) {
            case MADE_TEXT:
                made_text(row, column, text);
                worksheet_write_string(sheet, row + 1, column, text, NULL);
                break;
            case MADE_DATE:
                worksheet_write_number(
                    sheet, row + 1, column, made_number(row, column) + epoch, date);
                break;
            case MADE_MOMENT:
                worksheet_write_number(
                    sheet, row + 1, column, made_number(row, column) / 86400 + epoch, moment);
                break;
            case MADE_NUMBER:
                worksheet_write_number(sheet, row + 1, column, made_number(row, column), NULL);
                break;
            case MADE_ADDRESS:
                made_text(row, column, text);
                if (row < MADE_LINKS)
                    worksheet_write_url(sheet, row + 1, column, text, NULL);
                else
                    worksheet_write_string(sheet, row + 1, column, text, NULL);
            }
        }
    }
    return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 74;
}
