package door

import (
	"context"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// Books is what the door asks of the program, which alone knows where books are kept.
//
// Create, Example and Unlock are called from a runner's goroutine; the others in the window's. Every error is a
// *data.Problem. A method whose ctx is cancelled may answer as if it had not been: the door then closes the book that
// it was given. What it had begun to write, and nobody will open, is the program's to remove.
type Books interface {
	// Names are the names of the folders of the books on this computer, the one to offer first in front. They say
	// nothing about whose books they are: "book-1".
	Names() []string
	// Create makes a book for a branch and opens it. The recovery code comes in groups with spaces between; it is shown
	// once and then forgotten.
	Create(ctx context.Context, branch data.Branch, passphrase string) (b *book.Book, recovery string, err error)
	// Example opens the example branch, and makes it first where there is none.
	Example(ctx context.Context, report place.Report) (*book.Book, error)
	// Unlock opens the book of that name with its passphrase or its recovery code.
	Unlock(ctx context.Context, name, secret string, report place.Report) (*book.Book, error)
	// ChooseBackup asks for the file of a backup. It returns at once; then is called with what was chosen, and not at all
	// when the secretary changed their mind.
	ChooseBackup(then func(Backup))
	// Enter shows an open book in place of the door. The book is the program's to close from then on.
	Enter(*book.Book)
}

// A Backup is a file that a book can be restored from.
type Backup interface {
	// Name is what the file is called, without where it is: "2026-05-14 Millbrook.zip".
	Name() string
	// Restore makes a new book on this computer from it and opens it, with the passphrase or the recovery code that the
	// book had then. It is called from a runner's goroutine; for its error and ctx see Books.
	Restore(ctx context.Context, secret string, report place.Report) (*book.Book, error)
}
