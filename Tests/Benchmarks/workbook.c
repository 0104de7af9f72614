// The cells of WorkbookTrial.swift, written by a bare loop over libxlsxwriter.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

static lxw_format *look(lxw_workbook *book, int alignment, const char *number) {
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, 11);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, alignment);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (number) format_set_num_format(format, number);
    return format;
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    long rows = atol(arguments[1]);
    // The texts are there before the clock starts, as tonghop's are.
    char (*texts)[3][160] = malloc(rows * sizeof *texts);
    for (long row = 0; row < rows; row++) {
        snprintf(texts[row][0], 160, "Phường Mẫu %ld", row % 579);
        snprintf(texts[row][1], 160, "2024-12-05/P-%ld/bai-du-thi-%ld.csv", row % 579, row);
        snprintf(texts[row][2], 160, "Dòng %ld và %ld trùng nhau; chỉ tính 01 lần.", row, row + 7);
    }
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    lxw_workbook *book = workbook_new(arguments[2]);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "DoiChieu");
    lxw_format *centre = look(book, LXW_ALIGN_CENTER, NULL), *left = look(book, LXW_ALIGN_LEFT, NULL);
    lxw_format *whole = look(book, LXW_ALIGN_RIGHT, "#,##0"), *share = look(book, LXW_ALIGN_RIGHT, "#,##0.0");
    lxw_format *day = look(book, LXW_ALIGN_CENTER, "dd/mm/yyyy");
    for (long row = 0; row < rows; row++) {
        lxw_row_t at = row + 3;
        worksheet_set_row(sheet, at, 17.42, NULL);
        worksheet_write_string(sheet, at, 0, row % 3 == 0 ? "Cảnh báo" : "Lưu ý", centre);
        worksheet_write_string(sheet, at, 1, "duplicate", left);
        worksheet_write_string(sheet, at, 2, texts[row][0], left);
        worksheet_write_string(sheet, at, 3, texts[row][1], left);
        worksheet_write_number(sheet, at, 4, row, whole);
        worksheet_write_number(sheet, at, 5, (row % 1000) / 10.0, share);
        worksheet_write_number(sheet, at, 6, 25569 + 19700 + row % 365, day);
        worksheet_write_string(sheet, at, 7, texts[row][2], left);
    }
    if (workbook_close(book) != LXW_NO_ERROR) return 74;
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9);
    return 0;
}
