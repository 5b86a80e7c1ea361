# The workbooks that `efekt init` makes: instructions and hints in cells.

init-sheet-guide = Instructions
init-sheet-lists = lists
init-guide-mark = instructions for people, the program does not read this sheet as data
init-lists-mark = values of the drop-downs, the program does not read this sheet as data

init-guide-title = How to fill in this workbook
init-guide-table = Sheet “{ $sheet }” – { $grain }
init-guide-column = Column
init-guide-need = Fill in
init-guide-what = What it is
init-guide-how = How to type it
init-guide-example = Example
init-guide-values = { $how } List: { $values }.

init-rule-where = { $count ->
    [one] Type data into the sheet { $sheets } (tab at the bottom of the window), row by row, from the first free row below the examples.
   *[other] Type data into the sheets { $sheets } (tabs at the bottom of the window), row by row, from the first free row below the examples.
}
init-rule-examples = Grey rows with the word “{ $mark }” show how to write. The program does not count them: they may stay, and they may be deleted.
init-rule-headers = Leave the headers in the first row as they are. A column that you do not keep may stay empty.
init-rule-colours = Dark header: fill it in in every row. Blue: fill in this column or the other one that the instructions below name. Grey: fill it in when it is known.
init-rule-hints = Click a cell and a hint appears beside it. Where the cell has an arrow, choose a value from the list.
init-rule-either = A payment for one month belongs on the sheet “Wypłaty”, a decision over several months on the sheet “Decyzje”. Do not enter the same money on both.
init-rule-complete = The data must be complete from the first month to the last one in them: no row means that nothing was paid. If there are gaps, give the complete months in efekt.toml (coverage).
init-rule-person = PESEL and document numbers only join the rows of the same person. They go into no report. Keep this file where you keep other personal data.
init-rule-comparison = Here belong persons who were referred to a centre and did not enter. Their benefits and work go where those of participants go. Without this workbook everything works, there is only no comparison.
init-rule-name = Do not change the name of the sheet: by it the program knows the comparison group.
init-rule-save = Save the file in the same folder (xlsx or ods) and run: efekt check FOLDER. The program points at every cell that needs mending.

init-need-always = always
init-need-one-of = { $columns }
init-or = or
init-hint = { $title }. { $how } Fill in: { $need }.
init-grain-payment = one row is one payment for one month
init-grain-decision = one row is one decision: a benefit from day to day
init-need-when-known = when known

init-how-pesel = 11 digits, no blanks.
init-how-document = Series and number of the document, for a person without a PESEL number.
init-how-day = Day.month.year: 31.12.2024.
init-how-month = Year-month: 2024-03.
init-how-money = Amount in zł, at most two decimals: 1490,64.
init-how-code = Choose from the list.
init-how-codes = Choose from the list, or type several values with semicolons between them: a; b.
init-how-list = Put | between several values, in the same order in both columns.
init-how-texts = A name; put semicolons between several: a; b.
init-how-flag = Choose from the list: { $values }. Empty means that it is not known.
init-how-working-time = Share of full time: 1, 3/4, 1/2 or 0,75.
init-how-number = A number, for example 12 or 0,5.
init-how-offered = Choose from the list.
init-how-text = Text.

init-error-title = Check this cell
