package book

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"

	"filippo.io/age"

	"branchbook/data"
	"branchbook/data/vault"
)

// rescueKey is where the identity is kept that rescue files are sealed to. It is the book's own, so that a rescue file
// can be written and read whenever the book is open, without the passphrase being held in memory.
const rescueKey = "rescue"

type rescueIdentity struct {
	Identity string `json:"identity"`
}

// Rescued is what a rescue file held: Changes that were made but that the disk did not take.
type Rescued struct {
	Written time.Time       `json:"written"`
	Changes []RescuedChange `json:"changes"`
	Texts   []RescuedText   `json:"texts,omitempty"`
}

// RescuedChange is one Change in a rescue file.
type RescuedChange struct {
	What  string       `json:"what"`
	When  time.Time    `json:"when"`
	Group string       `json:"group,omitempty"`
	Edits []vault.Edit `json:"edits"`
}

// RescuedText is text in a rescue file that had not become a Change.
type RescuedText struct {
	Block data.BlockID `json:"block"`
	Text  string       `json:"text"`
}

// rescueFile is what the age file holds.
type rescueFile struct {
	V    int    `json:"v"`
	Book string `json:"book"`
	Rescued
}

func (tx *Tx) makeRescueKey() error {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return asProblem(err)
	}
	value, err := encode(rescueIdentity{identity.String()})
	if err == nil {
		tx.set(rescueKey, value)
	}
	return err
}

func (b *Book) rescueIdentity() (*age.X25519Identity, error) {
	s := b.snapshot()
	defer s.close()
	value, err := s.get(rescueKey)
	if err != nil {
		return nil, err
	}
	var kept rescueIdentity
	if value == nil {
		return nil, data.NewProblem("This book has no key for rescue files. Make a backup instead.", errors.New("book: no rescue key"))
	}
	if err := decode(value, &kept); err != nil {
		return nil, err
	}
	identity, err := age.ParseX25519Identity(kept.Identity)
	return identity, asProblem(err)
}

// Rescue writes everything that is unsaved as an age file that only this book, or a copy of it, can read. Nothing
// is finished before it returns without an error; then State().Rescued is true, and Close no longer refuses.
func (b *Book) Rescue(w io.Writer) error {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	identity, err := b.rescueIdentity()
	if err != nil {
		return err
	}
	file := rescueFile{V: version, Book: b.vault.BookID(), Rescued: Rescued{Written: b.o.Now().UTC()}}
	b.mu.RLock()
	for _, d := range b.queue.drafts {
		file.Changes = append(file.Changes, RescuedChange{What: d.What, When: d.notice.When.UTC(), Group: d.Group, Edits: d.Edits})
	}
	for id, x := range b.typing.texts {
		file.Texts = append(file.Texts, RescuedText{id, x.text})
	}
	last := b.vault.Last() + uint64(len(b.queue.drafts))
	b.mu.RUnlock()

	sealed, err := age.Encrypt(w, identity.Recipient())
	if err == nil {
		err = json.NewEncoder(sealed).Encode(file)
	}
	if err == nil {
		err = sealed.Close()
	}
	if err != nil {
		return data.NewProblem("The unsaved changes could not be written to the other place either. Leave Branchbook open, and choose another place.", err)
	}
	b.mu.Lock()
	b.queue.rescued = last
	for _, x := range file.Texts {
		if held := b.typing.texts[x.Block]; held != nil && held.text == x.Text {
			held.rescued = true
		}
	}
	b.mu.Unlock()
	b.announceState()
	return nil
}

// maxRescue is more than any evening's unsaved Changes.
const maxRescue = 1 << 30

// ReadRescue reads a rescue file that this book wrote. Every error is a *data.Problem.
func (b *Book) ReadRescue(r io.Reader) (Rescued, error) {
	identity, err := b.rescueIdentity()
	if err != nil {
		return Rescued{}, err
	}
	opened, err := age.Decrypt(r, identity)
	if err != nil {
		return Rescued{}, data.NewProblem("This is not a rescue file of this book. Choose another file, or open the book that it belongs to.", err)
	}
	var file rescueFile
	if err := json.NewDecoder(io.LimitReader(opened, maxRescue)).Decode(&file); err != nil {
		return Rescued{}, data.NewProblem("The rescue file is damaged, and nothing was taken from it.", err)
	}
	// The seal over the end of the file is checked only when the end is read.
	if _, err := io.Copy(io.Discard, opened); err != nil {
		return Rescued{}, data.NewProblem("The rescue file is damaged, and nothing was taken from it.", err)
	}
	if file.V > version {
		return Rescued{}, newerRecord(file.V)
	}
	if file.Book != b.vault.BookID() {
		return Rescued{}, data.NewProblem("This rescue file belongs to another book. Open that book instead.", errors.New("book: another book's rescue file"))
	}
	return file.Rescued, nil
}

// Apply makes the Changes of a rescue file, in their order, as far as the book is still as they found it: those that
// the book has already are passed over. It returns how many were made, and what the others were called; of those nothing
// was made.
func (b *Book) Apply(r Rescued) (made int, left []string, err error) {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if err := b.mayWrite(); err != nil {
		return 0, nil, err
	}
	b.saveTyping()
	for _, c := range r.Changes {
		verdict, err := b.applyOne(c)
		switch {
		case err != nil:
			return made, left, err
		case verdict == applied:
			made++
		case verdict == inTheWay:
			left = append(left, c.What)
		}
	}
	for _, x := range r.Texts {
		if strings.TrimSpace(x.Text) == "" {
			continue
		}
		err := b.saveText(x.Block, typed{text: x.Text, group: string(b.ids.New())})
		switch {
		case errors.Is(err, ErrNotFound):
			left = append(left, x.Text)
		case err != nil:
			return made, left, err
		default:
			made++
		}
	}
	return made, left, nil
}

type verdict int

const (
	applied verdict = iota
	alreadyThere
	inTheWay
)

func (b *Book) applyOne(c RescuedChange) (verdict, error) {
	s := b.snapshot()
	defer s.close()
	same, fits := true, true
	for _, e := range c.Edits {
		held, err := s.before(e.Key)
		if err != nil {
			return 0, err
		}
		same = same && string(held) == string(e.After) && (held == nil) == (e.After == nil)
		fits = fits && string(held) == string(e.Before) && (held == nil) == (e.Before == nil)
	}
	switch {
	case same:
		return alreadyThere, nil
	case !fits:
		return inTheWay, nil
	}
	n, err := b.commit(vault.Draft{What: c.What, Group: c.Group, Typing: c.Group != "", Edits: c.Edits})
	if err != nil {
		return 0, err
	}
	b.announce(n)
	return applied, nil
}
