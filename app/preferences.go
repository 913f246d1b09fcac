package app

import (
	"time"

	"fyne.io/fyne/v2"
)

// preferences are how the secretary likes the window. They are cosmetic: nothing of the branch is among them, since
// Fyne keeps them in the clear.
type preferences struct{ store fyne.Preferences }

const (
	keyScheme    = "look.scheme"
	keyTextSize  = "look.text"
	keyLockAfter = "lock.minutes"
	keyLastBook  = "book.last"
	keyRescue    = "rescue.folder"
	keyColumns   = "lists.columns"

	defaultTextSize  = 100
	defaultLockAfter = 10
)

// scheme is "light", "dark", "contrast" or "" for what the system says.
func (p preferences) scheme() string     { return p.store.StringWithFallback(keyScheme, "light") }
func (p preferences) setScheme(s string) { p.store.SetString(keyScheme, s) }
func (p preferences) textSize() int {
	return clampTextSize(p.store.IntWithFallback(keyTextSize, defaultTextSize))
}
func (p preferences) setTextSize(size int) { p.store.SetInt(keyTextSize, clampTextSize(size)) }

// lockAfter is how long the book stays open without a key; 0 is for ever.
func (p preferences) lockAfter() time.Duration {
	return time.Duration(max(0, p.store.IntWithFallback(keyLockAfter, defaultLockAfter))) * time.Minute
}
func (p preferences) setLockAfter(minutes int) { p.store.SetInt(keyLockAfter, max(0, minutes)) }

// lastBook is the name, on the shelf, of the book that was open last: "book-1".
func (p preferences) lastBook() string        { return p.store.String(keyLastBook) }
func (p preferences) setLastBook(name string) { p.store.SetString(keyLastBook, name) }

// rescueFolder is the second place, where a rescue file goes when the disk fails; "" where none is set.
func (p preferences) rescueFolder() string       { return p.store.String(keyRescue) }
func (p preferences) setRescueFolder(dir string) { p.store.SetString(keyRescue, dir) }

// listColumns is what the columns of the last membership list held, as JSON: its headings, and no row of it.
func (p preferences) listColumns() string     { return p.store.String(keyColumns) }
func (p preferences) setListColumns(s string) { p.store.SetString(keyColumns, s) }

// clampTextSize keeps a text size between 100 and 200 percent.
func clampTextSize(size int) int { return min(max(size, 100), 200) }
