package book

import (
	"errors"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// Change is the only way to write. what is how Undo and the history will call it: "record the vote on M-2026-04".
// Everything that f writes happens, or nothing does: an error of f is returned as it is. Text that is being typed is
// saved first, so that the Change sees it and follows it.
//
// When the disk cannot take the Change, it is accepted all the same: it is read by everyone, listed in State().Unsaved,
// and tried again, the oldest first. Change then returns nil.
func (b *Book) Change(what string, f func(tx *Tx) error) error {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if err := b.mayWrite(); err != nil {
		return err
	}
	b.saveTyping()
	b.endVisit()
	s := b.snapshot()
	defer s.close()
	tx := b.newTx(s, b.nextNumber())
	if err := f(tx); err != nil {
		return err
	}
	edits, err := tx.edits()
	if err != nil || len(edits) == 0 {
		return err
	}
	held, err := newLock(s)
	if err != nil {
		return err
	}
	if err := held.refuse(edits); err != nil {
		return err
	}
	d := vault.Draft{What: oneLine(what), Edits: edits}
	n, err := b.commit(d)
	if err != nil {
		return err
	}
	b.remember(step{what: d.What, number: n.Number, last: n.Number, when: n.When, edits: edits})
	b.announce(n)
	return nil
}

// oneLine keeps what a Change is called to a line, whatever a heading in it held.
func oneLine(what string) string { return strings.Join(strings.Fields(what), " ") }

func (b *Book) mayWrite() error {
	if b.isClosed() {
		return Sentence(&vault.Error{Code: vault.Closed})
	}
	if why := b.vault.Opened().ReadOnly; why != "" {
		return readOnlyProblem(why)
	}
	return nil
}

// nextNumber is that of the Change to be made. It is exact although the ones before may still be unsaved, since they
// are saved in their order or not at all.
func (b *Book) nextNumber() uint64 {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.vault.Last() + uint64(len(b.queue.drafts)) + 1
}

// commit makes a draft durable, or queues it. It is called with writing held.
func (b *Book) commit(d vault.Draft) (Notice, error) {
	n := Notice{
		What: d.What, Number: b.nextNumber(), Kinds: kindsOf(d.Edits), Typing: d.Typing, Undone: d.Undoes != 0,
		When: b.o.Now(),
	}
	b.trace(n, d.Edits)
	if b.hasQueue() {
		b.enqueue(d, n, 0)
		return n, nil
	}
	b.touch(n.Number, d.Edits)
	c, err := b.vault.Commit(d)
	if err == nil {
		b.markSaved(c.When)
		return n, nil
	}
	if refused(err) {
		b.untrace(n.Number)
		return Notice{}, Sentence(err)
	}
	b.o.Log.Warn("a Change could not be saved yet", "change", n.Number, "code", string(vault.CodeOf(err)))
	b.enqueue(d, n, c.Number)
	b.setWhy(err)
	b.tryAgainLater()
	return n, nil
}

// refused says whether the vault will never take the draft; any other failure passes.
func refused(err error) bool {
	switch vault.CodeOf(err) {
	case vault.Stale, vault.BadDraft, vault.TooLarge, vault.ReadOnlyBook, vault.Closed:
		return true
	}
	return false
}

func (b *Book) markSaved(when time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.saved = when.In(b.o.Now().Location())
}

// Problems of other packages and of the caller pass through; anything else gets the general sentence.
func asProblem(err error) error {
	var p *data.Problem
	if err == nil || errors.As(err, &p) {
		return err
	}
	return data.NewProblem(data.Say(err), err)
}
