package book

import (
	"errors"
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/vault"
)

// sentences say what happened and what to do, for each of the vault's codes.
var sentences = map[vault.Code]string{
	vault.WrongSecret:       "That is not the passphrase or the recovery code of this book. Nothing was changed. Check Caps Lock, and try again.",
	vault.EmptyPassphrase:   "A book needs a passphrase. Three or four words that you will remember do well.",
	vault.MistypedCode:      "There is a slip in the recovery code: its check characters do not agree. Compare it group by group with what you wrote down.",
	vault.NotABook:          "There is no Branchbook book here. Choose the folder of a book, or the file of a backup.",
	vault.NewerFormat:       "A later version of Branchbook wrote this. Nothing was touched. Install that version, and open it again.",
	vault.AlreadyOpen:       "The book is open already. Go to the window that has it, or close that one first.",
	vault.NotEmpty:          "There is something in that folder already. Choose a new or an empty one.",
	vault.NoSpace:           "The disk is full, or nearly. Nothing is lost. Make room by deleting or moving other files, then try again.",
	vault.ReadOnlyFolder:    "Branchbook may not write to the book's folder. Nothing is lost. Allow writing there, or make room for the book elsewhere.",
	vault.ReadOnlyBook:      "The book was opened for reading only, so nothing can be changed in it.",
	vault.WriteFailed:       "The disk did not take what was to be saved. Nothing is lost while Branchbook is open. Check the disk, and try again.",
	vault.StoreBehind:       "What you did is kept, but cannot be read back yet. Leave Branchbook open, and try again.",
	vault.Stale:             "This was changed elsewhere meanwhile, and nothing of yours was stored. Look at it as it is now, and try again.",
	vault.BadDraft:          "Branchbook could not put this into the book. Nothing was changed. Please report it; the details are in the log.",
	vault.TooLarge:          "This is too long to be kept in one piece. Divide it into two.",
	vault.Damaged:           "A part of the book's journal is damaged. Nothing was changed. Restore the newest backup beside it, and keep this folder as it is.",
	vault.JournalLost:       "A part of the book's journal is missing. Restore the newest backup beside it, and keep this folder as it is.",
	vault.StoreDamaged:      "What Branchbook reads from is damaged. Close the book and open it again: it is then made anew from the journal.",
	vault.KeyFileDamaged:    "The files that hold the book's keys are damaged or gone. Restore the newest backup; it has keys of its own.",
	vault.SnapshotDamaged:   "This backup is damaged or cut short, and nothing was taken from it. Choose another one.",
	vault.HostileWorkFactor: "This file asks for far more work than any that Branchbook writes. Do not open it; choose another copy.",
	vault.NoSuchChange:      "The book has no such change. Look at the history again.",
	vault.Closed:            "The book is closed. Open it again.",
	vault.Failed:            "The disk did not do what Branchbook asked. Nothing was lost. Try again; the details are in the log.",
}

// Sentence makes of an error of the vault a *data.Problem that says what to do. A Problem stays as it is, and nil is nil.
// vault.CodeOf still finds the code below it.
func Sentence(err error) error {
	var p *data.Problem
	if err == nil || errors.As(err, &p) {
		return err
	}
	var e *vault.Error
	if !errors.As(err, &e) {
		return data.NewProblem(data.Say(err), err)
	}
	say, ok := sentences[e.Code]
	if !ok {
		say = data.Say(err)
	}
	return data.NewProblem(say, err)
}

// openProblem is Sentence for opening the book in dir, where more can be said.
func openProblem(dir string, err error) error {
	if vault.CodeOf(err) != vault.AlreadyOpen {
		return Sentence(err)
	}
	holder, ok := vault.Holder(dir)
	if !ok {
		return Sentence(err)
	}
	since := holder.Since.Local()
	return data.NewProblem(fmt.Sprintf("The book has been open in another window since %s, %s. Go to that window, or close it first.",
		data.TimeOf(since), data.DateOf(since)), err)
}

func readOnlyProblem(why vault.Code) error {
	say := "The book is open for reading only, because "
	switch why {
	case vault.JournalLost:
		say += "a part of its journal is missing: it shows everything that is still known. Make a backup now, restore it as a new book, and go on there."
	case vault.Damaged:
		say += "its journal is damaged: it shows what stands before the damage. Restore the newest backup beside it, and compare the two."
	default:
		say += "something is wrong with its folder. Make a backup now, and restore it as a new book."
	}
	return data.NewProblem(say, &vault.Error{Code: vault.ReadOnlyBook, Err: errors.New(string(why))})
}

// Opened says in one or more sentences what opening had to mend, and "" when there was nothing that a secretary should
// know.
func (b *Book) Opened() string {
	r := b.vault.Opened()
	var say []string
	add := func(when bool, sentence string) {
		if when {
			say = append(say, sentence)
		}
	}
	if r.ReadOnly != "" {
		say = append(say, data.Say(readOnlyProblem(r.ReadOnly)))
	}
	add(len(r.Torn) > 0, "Branchbook was cut off in the middle of saving, as by a power cut. What was unfinished is set aside in the book's folder; everything before it is here.")
	add(r.Replayed > 0 && len(r.Torn) == 0, "Everything that was saved is here. The book was not closed properly last time.")
	add(r.FromBackup != "" && r.ReadOnly == "", "A part of the journal was damaged. What it lacked was found in a dated backup, and the book is whole.")
	add(r.Rebuilt && r.ReadOnly == "" && r.FromBackup == "" && len(r.Torn) == 0 && r.Replayed == 0,
		"Everything that was saved is here. The book was not closed properly last time, so Branchbook set it in order again.")
	add(r.KeysMended, "One of the two copies of the book's keys was damaged, and has been mended.")
	add(r.NoPassphrase, "The file with your passphrase is gone. Choose a new passphrase under Settings, Safety.")
	return strings.Join(say, " ")
}

// NeedsPassphrase says that the book was opened by its recovery code and has no passphrase any more: ask for a new one.
func (b *Book) NeedsPassphrase() bool { return b.vault.Opened().NoPassphrase }
