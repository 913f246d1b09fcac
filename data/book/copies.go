package book

import (
	"context"
	"fmt"
	"io"

	"branchbook/data"
	"branchbook/data/vault"
)

// Counts say what a backup, or the book, holds. Two that have the same Hash hold the same records.
type Counts = vault.Counts

// A CheckReport is what Check found, in words.
type CheckReport struct {
	Sound     bool
	Sentences []string
}

// Backup writes a complete copy of the book, which its passphrase or its recovery code opens: Restore reads it, and so
// does the age tool. What is unsaved is not in it. Nothing is finished before it returns without an error, which is a
// *data.Problem.
func (b *Book) Backup(w io.Writer) (Counts, error) {
	b.saveTyped()
	c, err := b.vault.Backup(w)
	return c, Sentence(err)
}

// DatedBackup puts a copy into the book's own folder of backups, reads it back to prove it, and answers with its path.
// The error is a *data.Problem.
func (b *Book) DatedBackup() (path string, err error) {
	b.saveTyped()
	path, err = b.vault.DatedBackup()
	return path, Sentence(err)
}

// Prove reads a whole backup and says what is in it, or by a *data.Problem why it is no good.
func Prove(backup io.ReaderAt, size int64, secret string) (Counts, error) {
	c, err := vault.Prove(backup, size, secret)
	return c, Sentence(err)
}

// HandOver is Restore for a successor, whose book has a passphrase and a recovery code of its own: the predecessor
// knows the old ones. The recovery code is to be shown once. Every error is a *data.Problem.
func HandOver(backup io.ReaderAt, size int64, secret, newDir, passphrase string, o Options) (*Book, string, error) {
	o = o.filled()
	v, err := vault.HandOver(backup, size, secret, newDir, passphrase, o.vault())
	if err != nil {
		return nil, "", Sentence(err)
	}
	return newBook(v, o), v.RecoveryCode(), nil
}

// IsBook returns nil for the folder of a book that this version can open, else a *data.Problem.
func IsBook(dir string) error { return Sentence(vault.IsBook(dir)) }

// Check reads every record and all of the journal and says what it found. progress may be nil. The error, a
// *data.Problem, says that the check itself could not be finished; that of a cancelled ctx is passed on.
func (b *Book) Check(ctx context.Context, progress func(done, total int64)) (CheckReport, error) {
	if progress == nil {
		progress = func(int64, int64) {}
	}
	r, err := b.vault.Check(ctx, progress)
	if ctx.Err() != nil {
		return CheckReport{}, ctx.Err()
	}
	if err != nil {
		return CheckReport{}, Sentence(err)
	}
	unread, err := b.unreadable()
	if err != nil {
		return CheckReport{}, err
	}
	out := CheckReport{Sound: r.Sound() && unread == 0}
	out.Sentences = append(out.Sentences, fmt.Sprintf("%s and %s were read.", count(r.Records, "record"), count(r.Changes, "change")))
	for _, d := range r.Damage {
		b.o.Log.Warn("damage found", "code", string(d.Code), "file", d.File)
		out.Sentences = append(out.Sentences, damageSentence(d))
	}
	if unread > 0 {
		out.Sentences = append(out.Sentences, fmt.Sprintf("%s cannot be read by this version of Branchbook.", count(unread, "record")))
	}
	if out.Sound {
		out.Sentences = append(out.Sentences, "Everything is as it was written.")
	}
	return out, nil
}

func damageSentence(d vault.Damage) string {
	where := ""
	if d.File != "" {
		where = " (" + d.File + ")"
	}
	switch d.Code {
	case vault.StoreDamaged, vault.StoreBehind:
		return "What Branchbook reads from differs from the journal" + where + ". Close the book and open it again: it is then made anew."
	case vault.Damaged:
		return "A part of the journal is not as it was written" + where + ". Make a backup now, and keep every older one."
	case vault.SnapshotDamaged:
		return "A dated backup is damaged" + where + ". Make a new one."
	}
	return data.Say(Sentence(&vault.Error{Code: d.Code})) + where
}

func count(n uint64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
