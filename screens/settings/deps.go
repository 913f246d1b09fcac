package settings

import (
	"context"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
	ChangePassphrase(old, new string) error
	Check(ctx context.Context, progress func(done, total int64)) (book.CheckReport, error)
	History(limit int, before uint64) ([]book.Entry, error)
}

// Look is how the window looks and when it locks: preferences of this computer, not of the book. What is set is to be
// seen at once and to be kept.
type Look interface {
	// Scheme is "light", "dark", "contrast", or "" to follow the system's light or dark.
	Scheme() string
	SetScheme(string)
	// TextSize is from 100 to 200 percent.
	TextSize() int
	SetTextSize(percent int)
	// LockAfter is after how many minutes without a key the book locks; 0 is never.
	LockAfter() int
	SetLockAfter(minutes int)
}

// Copies are the safe copies of the book. Every error is a *data.Problem.
type Copies interface {
	// Folder says where the dated copies are, for someone who looks for them.
	Folder() string
	// Dated are the dated copies that were made on closing and before a list was brought in, the newest first.
	Dated() ([]DatedCopy, error)
	// BackUp asks where a copy goes, writes it there and reads it back. It returns at once, and says itself how it went;
	// then is called after that, and not at all when the secretary changed their mind.
	BackUp(then func(error))
	// Choose asks for the file of a copy. It returns at once; then is not called when the secretary changed their mind.
	Choose(then func(Copy))
	// SecondPlace is the folder that a rescue file goes to when the disk fails; "" where none is set.
	SecondPlace() string
	// ChooseSecondPlace asks for that folder and keeps it; then is called when it has been set.
	ChooseSecondPlace(then func())
	// ForgetSecondPlace sets none.
	ForgetSecondPlace()
}

// Papers chooses what papers are made with, and makes the handover summary. Each method returns at once; then is called in
// the window's goroutine, and not at all when the secretary changed their mind. Every error is a *data.Problem.
type Papers interface {
	// ChooseLogo asks for a picture and looks at it: content is the file as it is to be kept.
	ChooseLogo(then func(name string, content []byte, err error))
	// ChooseWordTemplate asks for a Word document with fields and looks at it: says names the fields that will stay empty, in a
	// sentence; "" for none.
	ChooseWordTemplate(then func(name string, content []byte, says string, err error))
	// Handover asks where the summary goes, writes it there and enters it in the sharing log.
	Handover(then func(data.Paper, error))
}

// A Copy is a file that holds the whole book as it was.
type Copy interface {
	// Name is what the file is called, without where it is.
	Name() string
	// Prove opens the copy with the passphrase it was made under, reads it to its end and says what is in it. It is called
	// from a runner's goroutine.
	Prove(ctx context.Context, secret string, report place.Report) (book.Counts, error)
}

// A DatedCopy is a copy in the book's own folder.
type DatedCopy struct {
	Copy
	Made time.Time // local
	Size int64     // bytes
}

// About is what the program says of itself.
type About struct {
	Version string
	// Licences are the licence of Branchbook and of what it is built from, ready to be read.
	Licences string
	// Keys are all commands that have a key, for the list of keys. It is asked each time.
	Keys func() []place.Command
}

// Deps is what this place needs.
type Deps struct {
	Book   minuteBook
	Shell  place.Shell
	Look   Look
	Copies Copies
	Papers Papers
	About  About
	Now    func() time.Time // local time
}
