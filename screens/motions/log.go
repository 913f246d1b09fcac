package motions

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Draft is a motion being logged or edited.
type Draft struct {
	ID       data.MotionID // "" for a new one
	Revision int
	Title    string
	Text     string
	Mover    parts.Who
	Seconder parts.Who
	Also     []parts.Who // further seconders
	Kind     data.MotionKind
	Amount   string // as typed, of a donation or an affiliation
	Received data.Date
	How      string
	Tags     string         // with commas between them
	Meeting  data.MeetingID // "" for none yet
	// Anyway puts it on the agenda of Meeting although it came late.
	Anyway bool
	// The motions that it follows on; "" for none.
	ResubmissionOf, Rescinds, Supersedes data.MotionID
	CompositeOf                          []data.MotionID
}

// NewDraft is an empty motion, received today, for the next meeting.
func (m *Model) NewDraft() Draft {
	return Draft{Received: m.today(), Meeting: m.nextMeeting()}
}

// nextMeeting is the first to come that motions can go to; "" when none is planned.
func (m *Model) nextMeeting() data.MeetingID {
	for _, x := range m.coming {
		if !x.Date.Before(m.today()) && x.Kind != data.Executive && !x.Off() {
			return x.ID
		}
	}
	return ""
}

// Draft returns the motion that is chosen, to be edited. ok is false when none is, or it is disposed of.
func (m *Model) Draft() (d Draft, ok bool) {
	x, ok := m.motion(m.chosen)
	if !ok || x.Status == data.DisposedOf {
		return Draft{}, false
	}
	d = draftOf(x)
	d.ID, d.Revision, d.Received, d.How, d.Meeting, d.Anyway = x.ID, x.Revision, x.Received, x.How, x.Meeting, x.Meeting != "" && x.Status != data.HeldOver
	return d, true
}

// draftOf has what the secretary types of a motion, but for when it came and where it goes.
func draftOf(x data.Motion) Draft {
	d := Draft{
		Title: x.Title, Text: x.CurrentText(), Mover: parts.Who{ID: x.Mover}, Seconder: parts.Who{ID: x.Seconder},
		Kind: x.Kind, Amount: x.Amount.String(), Tags: strings.Join(x.Tags, ", "),
		ResubmissionOf: x.ResubmissionOf, Rescinds: x.Rescinds, Supersedes: x.Supersedes, CompositeOf: x.CompositeOf,
	}
	for _, id := range x.AlsoSeconded {
		d.Also = append(d.Also, parts.Who{ID: id})
	}
	return d
}

// Resubmission is a draft that brings back the motion that is chosen, for the next meeting.
func (m *Model) Resubmission() (d Draft, ok bool) {
	x, ok := m.motion(m.chosen)
	if !ok || x.Outcome == data.Undecided {
		return Draft{}, false
	}
	d = draftOf(x.Resubmission())
	d.Received, d.Meeting = m.today(), m.nextMeeting()
	return d, true
}

// Mergeable are the open motions that can go into a composite, with what a tick shows for each.
func (m *Model) Mergeable() (ids []data.MotionID, names []string) {
	for _, x := range m.motions {
		if x.Outcome == data.Undecided && x.Kind != data.Composite {
			ids, names = append(ids, x.ID), append(names, x.Ref+" "+x.Title)
		}
	}
	return ids, names
}

// Composite is a draft made of several motions, with their texts one under the other to be merged.
func (m *Model) Composite(of []data.MotionID) (Draft, error) {
	var from []data.Motion
	for _, id := range of {
		if x, ok := m.motion(id); ok {
			from = append(from, x)
		}
	}
	if len(from) < 2 {
		return Draft{}, data.NewProblem("Tick at least two motions to be made into one.", nil)
	}
	d := draftOf(data.NewComposite(from))
	d.Received, d.Meeting = m.today(), cmp.Or(from[0].Meeting, m.nextMeeting())
	return d, nil
}

// Earlier are the motions that another can follow on, the newest first, with what a choice shows for each.
func (m *Model) Earlier(but data.MotionID) (ids []data.MotionID, names []string) {
	for _, x := range data.SortMotions(m.motions, data.Newest, nil) {
		if x.ID != but {
			ids, names = append(ids, x.ID), append(names, x.Ref+" "+x.Title)
		}
	}
	return ids, names
}

// Place works out where a draft goes by the rule for when motions have to be in. ok is false where it is for no meeting yet
// or the day is not known.
func (m *Model) Place(d Draft) (p data.Placing, ok bool) {
	meeting, ok := m.meetings[d.Meeting]
	if !ok || d.Received.IsZero() {
		return data.Placing{}, false
	}
	return data.PlaceMotion(data.Motion{Kind: d.Kind, Received: d.Received}, meeting, m.everyMeeting, m.rules), true
}

// NoteFor is what to write to the mover of the motion that is chosen: for which meeting it is, or to which it is held
// over. d is the draft with which the motion last was logged: it says for which meeting it was handed in. It is "" for a
// motion that is decided, or of which no meeting or day is known.
func (m *Model) NoteFor(d Draft, last data.MotionID) string {
	x, ok := m.motion(m.chosen)
	if !ok || x.Outcome != data.Undecided {
		return ""
	}
	if last != x.ID {
		d = Draft{Kind: x.Kind, Received: x.Received, Meeting: x.Meeting, Anyway: x.Status != data.HeldOver}
	}
	p, ok := m.Place(d)
	if !ok {
		return ""
	}
	if d.Anyway && !p.InTime && !p.Emergency {
		return "" // it was late and is taken all the same: what to say of that is the secretary's
	}
	return data.CoveringNote{Motion: x, Branch: m.branch.Name, Mover: m.names.Name(x.Mover), Secretary: m.branch.Secretary, Placing: p}.Text()
}

// Meetings returns the meetings that a motion can go to, with what a choice shows for each.
func (m *Model) Meetings(now data.MeetingID) (ids []data.MeetingID, names []string) {
	for _, x := range m.coming {
		ids, names = append(ids, x.ID), append(names, x.Heading())
	}
	if x, ok := m.meetings[now]; ok && !slices.Contains(ids, now) {
		ids, names = append(ids, now), append(names, x.Heading())
	}
	return ids, names
}

// Log puts a motion into the book under the next reference of its year, or keeps what was edited. The text of a new
// motion is kept as it was submitted, whatever becomes of it after. It returns the motion with its reference.
func (m *Model) Log(d Draft) (id data.MotionID, line string, err error) {
	what := "log the motion " + strings.TrimSpace(d.Title)
	if x, ok := m.motion(d.ID); ok {
		what = "edit " + x.Ref
	}
	var ref string
	err = m.book.Change(what, func(tx *book.Tx) error {
		x, err := m.logged(tx, d)
		if err != nil {
			return err
		}
		id, ref = x.ID, x.Ref
		if err := tx.Motions.Put(x); err != nil {
			return err
		}
		return m.merge(tx, x)
	})
	if d.ID != "" {
		return id, ref + " edited.", err
	}
	return id, "Motion logged as " + ref + ".", err
}

// merge disposes of the open motions that a new composite was made of: they went into it.
func (m *Model) merge(tx *book.Tx, composite data.Motion) error {
	for _, id := range composite.CompositeOf {
		x, err := tx.Motions.Get(id)
		if err != nil {
			return err
		}
		if x.Outcome != data.Undecided {
			continue
		}
		if x, _, err = x.End(data.Ending{Outcome: data.Composited, Into: composite}); err != nil {
			return err
		}
		if err := tx.Motions.Put(x); err != nil {
			return err
		}
	}
	return nil
}

// logged is the motion as it will be stored.
func (m *Model) logged(tx *book.Tx, d Draft) (x data.Motion, err error) {
	if d.ID != "" {
		if x, err = tx.Motions.Get(d.ID); err != nil {
			return x, err
		}
		if x.Status == data.DisposedOf {
			return x, data.NewProblem(x.Ref+" was disposed of since. Its words stay as the meeting had them.", errors.New("motions: edit of a motion disposed of"))
		}
		x.Revision = d.Revision
	} else {
		x = data.Motion{ID: data.MotionID(tx.NewID()), Submitted: cleanText(d.Text), Status: data.Received}
	}
	x.Title, x.Text, x.Received = strings.Join(strings.Fields(d.Title), " "), cleanText(d.Text), d.Received
	x.Kind, x.How, x.Tags = d.Kind, strings.TrimSpace(d.How), cleaned(strings.Split(d.Tags, ","))
	x.ResubmissionOf, x.Rescinds, x.Supersedes, x.CompositeOf = d.ResubmissionOf, d.Rescinds, d.Supersedes, d.CompositeOf
	if x.Amount, err = data.ParseMoney(d.Amount); err != nil {
		return x, err
	}
	if x.Mover, err = somebody(tx, d.Mover); err != nil {
		return x, err
	}
	if x.Seconder, err = somebody(tx, d.Seconder); err != nil {
		return x, err
	}
	x.AlsoSeconded = nil
	for _, w := range d.Also {
		who, err := somebody(tx, w)
		if err != nil {
			return x, err
		}
		if who != "" && who != x.Seconder && !slices.Contains(x.AlsoSeconded, who) {
			x.AlsoSeconded = append(x.AlsoSeconded, who)
		}
	}
	if err := x.Validate(); err != nil {
		return x, err // before a number is taken
	}
	if x, err = m.placed(tx, x, d); err != nil {
		return x, err
	}
	if x.Ref == "" {
		x.Ref, err = tx.NextRef("M", m.yearOf(x))
	}
	return x, err
}

// yearOf is the year in whose series a motion stands: that of its meeting, else of the day it came in.
func (m *Model) yearOf(x data.Motion) int {
	if meeting, ok := m.meetings[x.Meeting]; ok {
		return meeting.Date.Year()
	}
	if !x.Received.IsZero() {
		return x.Received.Year()
	}
	return m.today().Year()
}

func somebody(tx *book.Tx, w parts.Who) (data.PersonID, error) {
	if w.IsZero() {
		return "", nil
	}
	return tx.Member(w.ID, w.Name)
}

// placed puts a motion on the agenda of its meeting, under the item for motions where there is one, or holds it over where
// it came too late, or takes it off. One that the meeting has taken up already stays where it is.
func (m *Model) placed(tx *book.Tx, x data.Motion, d Draft) (data.Motion, error) {
	held := x.Status == data.HeldOver && x.Meeting == d.Meeting
	switch {
	case x.Status == data.Moved, x.Status == data.Seconded, held, x.Meeting == d.Meeting && x.Item != "" && x.Status == data.OnAgenda:
		return x, nil
	case d.Meeting == "":
		x.Meeting, x.Item, x.Status = "", "", data.Received
		return x, nil
	}
	if p, ok := m.Place(d); ok && !p.InTime && !p.Emergency && !d.Anyway {
		x, _, err := x.HoldOver(p.To)
		return x, err
	}
	item, err := motionsItem(tx, d.Meeting)
	if err != nil {
		return x, err
	}
	x, _, err = x.PutOn(m.meetings[d.Meeting], item)
	return x, err
}

// motionsItem is the item of a meeting under which its motions stand; "" where it has none.
func motionsItem(tx *book.Tx, meeting data.MeetingID) (data.ItemID, error) {
	items, err := tx.Items.Of(meeting)
	for _, item := range items {
		if item.Kind == data.ItemMotions {
			return item.ID, nil
		}
	}
	return "", err
}

// cleanText is a text as it was typed or pasted, with line breaks of one kind and no more than one blank line between
// paragraphs.
func cleanText(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u00a0", " ").Replace(s)
	return strings.Join(data.Paragraphs(s), "\n\n")
}

// Split reads several motions from a pasted text. With blank lines between them the first line of each is its title
// and the rest its text; otherwise each line is a title. Bullets and numbers before a title are left out.
func Split(text string) []Draft {
	paragraphs := data.Paragraphs(text)
	if len(paragraphs) == 1 {
		paragraphs = strings.Split(paragraphs[0], "\n")
	}
	var drafts []Draft
	for _, p := range paragraphs {
		title, rest, _ := strings.Cut(p, "\n")
		if title = plainTitle(title); title != "" {
			drafts = append(drafts, Draft{Title: title, Text: strings.TrimSpace(rest)})
		}
	}
	return drafts
}

func plainTitle(s string) string {
	s = strings.TrimLeft(strings.TrimSpace(s), "-–•*· \t")
	number, rest, ok := strings.Cut(s, " ")
	if ok && strings.TrimRight(number, ".)") != number && strings.Trim(number, "0123456789.)") == "" {
		s = rest
	}
	return strings.Join(strings.Fields(s), " ")
}

// LogAll logs several motions as one Change, received on a day (zero where it is not known) and for a meeting.
func (m *Model) LogAll(drafts []Draft, received data.Date, meeting data.MeetingID) (line string, err error) {
	if len(drafts) == 0 {
		return "", data.NewProblem("There is no motion in what was pasted. Paste one title a line, or motions with a blank line between them.", nil)
	}
	n := data.NumberOf(len(drafts), "open motion", "open motions")
	err = m.book.Change("log "+n, func(tx *book.Tx) error {
		for _, d := range drafts {
			d.Received, d.Meeting, d.Anyway = received, meeting, true // they were on their way before the book was
			x, err := m.logged(tx, d)
			if err != nil {
				return err
			}
			if err := tx.Motions.Put(x); err != nil {
				return err
			}
		}
		return nil
	})
	return data.Capital(n) + " logged.", err
}
