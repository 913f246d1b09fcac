package exports

import (
	"context"
	"io"

	"branchbook/data"
)

// WriteDelegateReturn writes a delegate return as a spreadsheet: a page to read and sign, the delegates as a table, and
// what changed where there was a return before. Its errors are those of WriteTable.
func WriteDelegateReturn(ctx context.Context, w io.Writer, d data.DelegateReturnDoc, house House) error {
	return WriteTable(ctx, w, d.TableDoc(), house)
}
