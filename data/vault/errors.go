package vault

import (
	"errors"
	"io/fs"
)

// A Code says what went wrong in a form that the caller can put into words.
type Code string

// The codes. Each is documented for the one who writes the sentence about it.
const (
	WrongSecret       Code = "wrong secret"        // neither the passphrase nor the recovery code of this book
	EmptyPassphrase   Code = "empty passphrase"    // a passphrase has at least one character
	MistypedCode      Code = "mistyped code"       // meant as a recovery code, but its check characters do not agree
	NotABook          Code = "not a book"          // the folder, or the file, is something else
	NewerFormat       Code = "newer format"        // written by a later version; nothing was touched
	AlreadyOpen       Code = "already open"        // another process holds it; see Holder
	NotEmpty          Code = "not empty"           // a new book was to go where something already is
	NoSpace           Code = "no space"            // the disk is full, or nearly; nothing was lost
	ReadOnlyFolder    Code = "read-only folder"    // the folder may not be written to
	ReadOnlyBook      Code = "read-only book"      // opened for reading only; see OpenReport.ReadOnly
	WriteFailed       Code = "write failed"        // the journal could not be written or synced; call Mend, then commit again
	StoreBehind       Code = "store behind"        // the journal has Changes that the store has not; call Mend
	Stale             Code = "stale"               // a record is no longer what the Change thought it was
	BadDraft          Code = "bad draft"           // a Change with no edits, a key twice, or a key that cannot be one
	TooLarge          Code = "too large"           // a value over MaxValue, or a Change over MaxChange
	Damaged           Code = "damaged"             // the journal has a hole
	JournalLost       Code = "journal lost"        // the store or a backup knows more than the journal does
	StoreDamaged      Code = "store damaged"       // a record could not be read, or is not what the journal says; the next opening makes the store anew
	KeyFileDamaged    Code = "key file damaged"    // both copies of a key file are gone or unreadable
	SnapshotDamaged   Code = "snapshot damaged"    // a backup that is not whole; nothing was taken from it
	HostileWorkFactor Code = "hostile work factor" // a key file that asks for more work than any honest one
	NoSuchChange      Code = "no such change"      // no Change has that number
	Closed            Code = "closed"              // the vault, or the view, was closed
	Failed            Code = "failed"              // anything else, usually the disk's own error
)

// An Error is what every function of this package returns when it fails.
type Error struct {
	Code Code
	File string // the file concerned, inside the book's folder; may be empty
	Key  string // the record concerned, for Stale, BadDraft and TooLarge; never a value
	Err  error  // the cause; may be nil
}

func (e *Error) Error() string {
	s := "vault: " + string(e.Code)
	if e.File != "" {
		s += ": " + e.File
	}
	if e.Key != "" {
		s += ": " + e.Key
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of err, Failed for an error that carries none, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Failed
}

// failure gives an error of the disk its code, and leaves alone one that has a code already.
func failure(err error, otherwise Code, file string) error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return err
	case isNoSpace(err):
		return &Error{Code: NoSpace, File: file, Err: err}
	case isReadOnly(err) || errors.Is(err, fs.ErrPermission):
		return &Error{Code: ReadOnlyFolder, File: file, Err: err}
	}
	return &Error{Code: otherwise, File: file, Err: err}
}
