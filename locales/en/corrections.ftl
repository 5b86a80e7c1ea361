# Correction workbooks: a list of cells to correct and the rows in which they lie.

correction-file-word = corrections
sheet-corrections = Corrections
sheet-correction-rows = Rows
correction-title = Corrections to the file “{ $file }”
correction-how-fill = In the yellow column “Corrected value” type what should stand in the cell. Where there is nothing to type, choose from the list in the column “Decision”. What you leave empty stays as it is. A click on the address of a cell shows its whole row.
correction-how-return = Then save this workbook (xlsx or ods) and put it into the folder with the data, best beside the file “{ $file }”. Do not change the file itself: the next time it runs, the program uses the corrections and lists each of them in the findings.
correction-left-away = { $count ->
    [one] One further finding did not fit in here: it comes in the next workbook, once these corrections are used.
   *[other] { $count } further findings did not fit in here: they come in the next workbook, once these corrections are used.
}
correction-remark = Notes (not read by the program)
correction-beside = If the mistake is in this cell, correct it instead of the one above.
correction-or = or: { $field }
correction-choose = Choose a decision from the list: { $decisions }.
correction-pick = Choose a value from the list of the yellow cell beside this. Where a field takes several values, type them with semicolons between them.
correction-already = This cell has a correction already. Change it there: { $place }.
correction-decision-right = { $word } – the value is right, the finding goes
correction-decision-empty = { $word } – the cell counts as empty
correction-decision-leave-out = { $word } – the whole row does not count
correction-rows-title = Rows to look at – file “{ $file }”, sheet “{ $sheet }”
correction-rows-file = Rows to look at – file “{ $file }”
correction-rows-about = Rows and letters of columns are those of the file. An orange cell needs a correction; point at it to see why. Type values on the sheet “Corrections”. Names, numbers and specially protected data are not shown.
correction-row = Row
correction-mark-rows = the program does not read this sheet

# Why a correction was not used (W041, W045).

correction-problem-list = the list of corrections cannot be found: the first row of its sheet or the headers of its columns are missing. Copy the corrections into a new workbook
correction-problem-cell = the program does not read the cell that is named: it belongs to no row of data. Look at the columns “Sheet” and “Cell”
correction-problem-sheet = the program read no table on the sheet that is named. Look at the column “Sheet” and at the findings on the file that these corrections are for
correction-problem-decision = the column “Decision” holds something that is not on its list. Choose from the list
correction-problem-both = there are both a value and a decision. Leave one of them
correction-problem-value = this value cannot be read in a field of this kind. Type it as the hint of the cell says
correction-problem-right = “right as it is” answers warnings only, and this is an error: the value cannot be used. Type the right one or leave the row out
correction-problem-changed = the file has changed since this workbook was made
correction-problem-gone = this file is not among the data
