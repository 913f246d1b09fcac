package exports

import (
	"context"
	"io"

	"branchbook/data"
)

// WriteMotionsRegister writes the register of motions as a spreadsheet: a page to read first, and the register as a table
// with a row for each copy that was sent on. The columns that a recipient fills in can be read back. Its errors are those
// of WriteTable.
func WriteMotionsRegister(ctx context.Context, w io.Writer, d data.MotionsRegisterDoc, house House) error {
	return WriteTable(ctx, w, d.TableDoc(nil), house)
}
