package exports

import (
	"context"
	"io"

	"branchbook/data"
)

// WriteAttendance writes who came to a meeting as a spreadsheet: a page to read, and the register as a table. Its errors
// are those of WriteTable.
func WriteAttendance(ctx context.Context, w io.Writer, s data.AttendanceSheet, house House) error {
	return WriteTable(ctx, w, s.TableDoc(nil), house)
}
