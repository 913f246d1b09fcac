package book

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// What is typed is saved this long after the last key, and at the latest this long after the first key that is not
// saved, so that with the time that the disk takes it is 1 second and 2.
const (
	saveAfterPause = 700 * time.Millisecond
	saveAtLatest   = 1700 * time.Millisecond
)

// typing is the text of blocks that is not on the disk yet.
type typing struct {
	texts map[data.BlockID]*typed
	next  uint64 // orders the texts by when they were begun
	visit visit
	stuck error  // why a text cannot be saved although the disk would take it
	pause func() // stops the timer that runs since the last key; nil when none does
	limit func() // stops the one that runs since the first
}

type typed struct {
	text  string
	group string
	at    uint64
	// rescued says that Rescue has written it.
	rescued bool
}

// A visit is the time that somebody types in one block without doing anything else. The history shows it as one entry.
type visit struct {
	block data.BlockID
	group string
}

// now returns the texts for a snapshot.
func (t *typing) now() map[data.BlockID]string {
	if len(t.texts) == 0 {
		return nil
	}
	texts := make(map[data.BlockID]string, len(t.texts))
	for id, x := range t.texts {
		texts[id] = x.text
	}
	return texts
}

func (t *typing) stopTimers() {
	for _, stop := range []*func(){&t.pause, &t.limit} {
		if *stop != nil {
			(*stop)()
			*stop = nil
		}
	}
}

// Type says what a text block holds now. It is called on every key, and touches no disk. Readers see the text at once;
// it is saved at most 1 second after the last key and, while keys go on, every 2 seconds. When the block is not in the
// book any more the text is kept, and Flush and State say so, until the block is back or its text is "". In a book that
// is closed or for reading only nothing can be typed, and Type does nothing.
func (b *Book) Type(block data.BlockID, text string) {
	if b.vault.ReadOnly() {
		return
	}
	defer b.bell.ring()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return
	}
	t := &b.typing
	if t.visit.block != block || t.visit.group == "" {
		t.visit = visit{block, string(b.ids.New())}
	}
	x := t.texts[block]
	if x == nil {
		x = &typed{at: t.next}
		t.next++
		t.texts[block] = x
	}
	x.rescued = false
	x.text, x.group = strings.ToValidUTF8(text, "\uFFFD"), t.visit.group
	if t.pause != nil {
		t.pause()
	}
	t.pause = b.o.Later(saveAfterPause, b.saveTyped)
	if t.limit == nil {
		t.limit = b.o.Later(saveAtLatest, b.saveTyped)
	}
	b.announceState()
}

// saveTyped is what the timers do.
func (b *Book) saveTyped() {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if !b.isClosed() {
		b.saveTyping()
	}
}

// Flush saves what is typed now, and ends the visit: on leaving an item, on locking, before closing. Its error, a
// *data.Problem, says that something is not on the disk yet; it is kept, and tried again.
func (b *Book) Flush() error {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if b.isClosed() {
		return nil
	}
	b.saveTyping()
	b.endVisit()
	if !b.hasUnsaved() {
		return nil
	}
	why := b.State().Why
	if why == "" {
		why = "More was typed while this was being saved. It is saved in a moment."
	}
	return data.NewProblem(why, errors.New("book: unsaved"))
}

func (b *Book) endVisit() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.typing.visit = visit{}
}

// saveTyping saves each text that was typed as a Change of its own. It is called with writing held. A text that cannot
// be saved stays where it is.
func (b *Book) saveTyping() {
	b.mu.Lock()
	b.typing.stopTimers()
	texts := maps.Clone(b.typing.texts)
	for id, x := range texts {
		was := *x
		texts[id] = &was
	}
	b.mu.Unlock()
	if len(texts) == 0 {
		return
	}
	var stuck error
	for _, id := range slices.SortedFunc(maps.Keys(texts), func(a, c data.BlockID) int {
		return int(texts[a].at) - int(texts[c].at)
	}) {
		err := b.saveText(id, *texts[id])
		b.mu.Lock()
		switch x := b.typing.texts[id]; {
		case err != nil:
			stuck = err
		case x.text == texts[id].text:
			delete(b.typing.texts, id)
		case b.typing.limit == nil:
			// More was typed while this was being saved.
			b.typing.limit = b.o.Later(saveAtLatest, b.saveTyped)
		}
		b.mu.Unlock()
	}
	b.mu.Lock()
	b.typing.stuck = stuck
	b.mu.Unlock()
	b.announceState()
}

// saveText makes a Change of the text of one block, unless the block holds it already.
func (b *Book) saveText(id data.BlockID, x typed) error {
	if err := b.mayWrite(); err != nil {
		return err
	}
	s := b.snapshot()
	defer s.close()
	s.typed = nil
	kept := records(s, blocks)
	block, err := kept.Get(id)
	if errors.Is(err, ErrNotFound) && x.text == "" {
		return nil
	}
	if errors.Is(err, ErrNotFound) {
		return data.NewProblem("The place in the minutes where you were typing was taken away. Bring it back with Ctrl+Shift+Z, or copy your text and type it elsewhere.", err)
	}
	if err != nil || block.Text == x.text {
		return err
	}
	if err := refuseTyping(s, block.Meeting); err != nil {
		return err
	}
	key, err := kept.keyOf(id)
	if err != nil {
		return err
	}
	before, err := s.before(key)
	if err != nil {
		return err
	}
	block.Text, block.Revision = x.text, int(b.nextNumber())
	if err := block.Validate(); err != nil {
		return err
	}
	after, err := blocks.encode(block)
	if err != nil {
		return err
	}
	n, err := b.commit(vault.Draft{
		What: typingIn(s, block), Group: x.group, Typing: true,
		Edits: []vault.Edit{{Key: key, Before: before, After: after}},
	})
	if err == nil {
		b.announce(n)
	}
	return err
}

// typingIn is how the history calls typing in a block.
func typingIn(s *snapshot, block data.Block) string {
	item, err := records(s, items).Get(block.Item)
	if err != nil || strings.TrimSpace(item.Heading) == "" {
		return "write the minutes"
	}
	return oneLine("write under “" + item.Heading + "”")
}
