package book

import "branchbook/data"

// Files are the branch's own files that papers are made with. They are read one at a time, since they are large.
type Files struct {
	Records[data.File, data.FileID]
}

// For returns the file for a use, and false when the book has none.
func (c Files) For(use data.FileUse) (data.File, bool, error) {
	found, err := c.Where(func(f data.File) bool { return f.Use == use })
	if err != nil || len(found) == 0 {
		return data.File{}, false, err
	}
	return found[0], true, nil
}

// KeepFile keeps a file in place of the one that there was for its use.
func (tx *Tx) KeepFile(f data.File) error {
	held, has, err := tx.Files.For(f.Use)
	if err != nil {
		return err
	}
	f.ID, f.Revision = held.ID, held.Revision
	if !has {
		f.ID = data.FileID(tx.NewID())
	}
	return tx.Files.Put(f)
}

// DropFile takes away the file for a use; where there is none, nothing is done.
func (tx *Tx) DropFile(use data.FileUse) error {
	held, has, err := tx.Files.For(use)
	if err != nil || !has {
		return err
	}
	return tx.Files.Delete(held.ID)
}
