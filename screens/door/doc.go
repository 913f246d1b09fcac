// Package door is what stands before a book: the first run, the recovery code of a new book, and unlocking. It fills the
// window; no rail is beside it.
//
// Until a passphrase is right nothing is shown that is in a book, not even the name of the branch: books are told apart
// by the names of their folders (book-1), and copies are not spoken of.
package door
