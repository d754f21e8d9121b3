#include "made_cells.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *headers[MADE_COLUMNS] = {
    "ID", "Headline", "Quote", "Outlet", "Kind", "Status",
    "Date", "Published", "Amount", "Quantity", "Confidence", "Address",
};

static const char *words[] = {
    "harbour", "authority", "signed", "a", "contract", "for", "patrol", "ships", "the", "ministry",
    "said", "on", "Monday", "that", "cranes", "would", "be", "delivered", "in", "spring", "after",
    "parliament", "approved", "the", "purchase", "of", "new", "equipment", "from", "its", "partner",
    "abroad",
};

/// A number without a visible order that depends on the place alone.
static uint64_t mixed(uint64_t row, uint64_t column) {
    uint64_t value = row * 0x9E3779B97F4A7C15u + column * 0xBF58476D1CE4E5B9u;
    value ^= value >> 31;
    value *= 0x94D049BB133111EBu;
    return value ^ value >> 29;
}

/// A sentence of so many words that begins with the row's number, so that no two are the same.
static void sentence(uint64_t row, uint64_t column, int count, char *text) {
    int length = snprintf(text, MADE_TEXT_SIZE, "No. %llu", (unsigned long long)row);
    for (int index = 0; index < count; index++) {
        const char *word = words[mixed(row, column + index * 16) % 32];
        size_t size = strlen(word);
        text[length++] = ' ';
        memcpy(text + length, word, size + 1);
        length += size;
    }
}

const char *made_header(int column) { return headers[column]; }

made_kind made_column_kind(int column) {
    switch (column) {
    case 6: return MADE_DATE;
    case 7: return MADE_MOMENT;
    case 8: case 9: case 10: return MADE_NUMBER;
    case 11: return MADE_ADDRESS;
    default: return MADE_TEXT;
    }
}

void made_text(int row, int column, char *text) {
    unsigned long long value = mixed(row, column);
    switch (column) {
    case 0: snprintf(text, MADE_TEXT_SIZE, "deal-%010llx", value & 0xFFFFFFFFFFu); break;
    case 1: sentence(row, column, 14, text); break;
    case 2: sentence(row, column, 28, text); break;
    case 3: snprintf(text, MADE_TEXT_SIZE, "Outlet %llu", value % 20); break;
    case 4: snprintf(text, MADE_TEXT_SIZE, "kind %llu", value % 9); break;
    case 5: snprintf(text, MADE_TEXT_SIZE, "status %llu", value % 9); break;
    default:
        snprintf(text, MADE_TEXT_SIZE, "https://news.example/2025/%02llu/%d", value % 12 + 1, row);
    }
}

double made_number(int row, int column) {
    uint64_t value = mixed(row, column);
    switch (column) {
    case 6: return 20000 + value % 300;
    case 7: return (20000 + value % 300) * 86400.0 + value % 86400;
    case 8: return value % 100000000 * 10.0;
    case 9: return value % 1000;
    default: return value % 101 / 100.0;
    }
}
