package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// An AmendmentDraft is an amendment before it is recorded.
type AmendmentDraft struct {
	Motion data.MotionID
	// To is the amendment that it would amend; "" for the motion itself.
	To data.AmendmentID
	Op data.Operation
	// Paragraph is what the mover calls it in the text as it stands: "3", "resolves 1". Nothing is needed to add one, and
	// of an amendment "" is its first.
	Paragraph string
	// Was are the words replaced or deleted; "" for the whole paragraph. Text is what stands there instead.
	Was, Text       string
	Mover, Seconder data.PersonID
}

// readAmendments reads those to the motions of the meeting, and the motions that it put off and that were taken up again
// elsewhere: its minutes still tell what became of them here.
func (e *evening) readAmendments(r *book.Reading) error {
	elsewhere, err := r.Motions.Where(func(mo data.Motion) bool {
		return mo.Meeting != e.ID && slices.ContainsFunc(mo.Earlier, func(h data.Hearing) bool { return h.Meeting == e.ID })
	})
	if err != nil {
		return err
	}
	e.putOff = elsewhere
	all, err := r.Amendments.All()
	if err != nil {
		return err
	}
	e.amendments = map[data.MotionID][]data.Amendment{}
	for _, a := range data.InOrder(all) {
		e.amendments[a.Motion] = append(e.amendments[a.Motion], a)
	}
	return nil
}

// Amendments returns those to a motion, in the order to be taken.
func (m *Model) Amendments(motion data.MotionID) []data.Amendment {
	return slices.Clone(m.held.amendments[motion])
}

func (m *Model) amendment(id data.AmendmentID) (data.Amendment, bool) {
	for _, all := range m.held.amendments {
		if a, ok := byID(all, func(a data.Amendment) bool { return a.ID == id }); ok && id != "" {
			return a, true
		}
	}
	return data.Amendment{}, false
}

// AmendmentNumbered finds an amendment to a motion by its number: 1 for A1.
func (m *Model) AmendmentNumbered(motion data.MotionID, n int) (data.Amendment, bool) {
	return byID(m.held.amendments[motion], func(a data.Amendment) bool { return a.Number == n })
}

// NextAmendment returns the one to be taken next. ok is false when none is left.
func (m *Model) NextAmendment(motion data.MotionID) (next data.Amendment, ok bool) {
	return byID(m.held.amendments[motion], func(a data.Amendment) bool { return a.Outcome == data.ToBeTaken })
}

// Amend records an amendment to a motion, or to another amendment, and puts it where it comes in the order to be taken. It
// changes no text before the meeting has dealt with it.
func (m *Model) Amend(d AmendmentDraft) (string, error) {
	mo, ok := m.motion(d.Motion)
	if !ok {
		return "", data.NewProblem("There is no such motion at this meeting. Choose the motion that is amended.", nil)
	}
	var a data.Amendment
	err := m.change("add an amendment to "+mo.Ref, func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(d.Motion)
		if err != nil {
			return err
		}
		all, err := tx.Amendments.Of(mo.ID)
		if err != nil {
			return err
		}
		if a, err = d.amendment(mo, all); err != nil {
			return err
		}
		a.ID, a.Meeting, a.At = data.AmendmentID(tx.NewID()), m.meeting, m.moment()
		all = append(all, a)
		return putOrdered(tx, all, data.TakingOrder(all, mo.CurrentText()), a.ID)
	})
	said := fmt.Sprintf("Amendment %s to %s is recorded. It is still to be taken.", a.Label(), mo.Ref)
	return said, err
}

// putOrdered keeps the amendments whose place in the order has changed, and those named.
func putOrdered(tx *book.Tx, before, after []data.Amendment, changed ...data.AmendmentID) error {
	for _, a := range after {
		was, _ := byID(before, func(b data.Amendment) bool { return b.ID == a.ID })
		if was.Order == a.Order && !slices.Contains(changed, a.ID) {
			continue
		}
		if err := tx.Amendments.Put(a); err != nil {
			return err
		}
	}
	return nil
}

// amendment is the record that the draft would become: its paragraph is counted in the text as it stands now. The error is
// a Problem, also where it does not fit that text.
func (d AmendmentDraft) amendment(mo data.Motion, all []data.Amendment) (data.Amendment, error) {
	a := data.Amendment{
		Motion: mo.ID, To: d.To, Op: d.Op, Text: strings.TrimSpace(d.Text), Mover: d.Mover, Seconder: d.Seconder,
	}
	if d.Op == data.Replace || d.Op == data.Delete {
		a.Was = strings.TrimSpace(d.Was)
	}
	if d.Op == data.Delete {
		a.Text = ""
	}
	for _, o := range all {
		a.Number = max(a.Number, o.Number)
		a.Since = max(a.Since, o.Effect)
	}
	a.Number++
	text, called := mo.CurrentText(), strings.TrimSpace(d.Paragraph)
	if d.To != "" {
		other, ok := byID(all, func(o data.Amendment) bool { return o.ID == d.To })
		if !ok || other.Outcome != data.ToBeTaken {
			return a, data.NewProblem("The amendment that it is to has been dealt with. Choose another, or the motion itself.", nil)
		}
		text, a.Since, called = other.Text, 0, cmp.Or(called, "1")
	}
	if d.Op != data.Add {
		if a.Place = data.ParagraphCalled(text, called); a.Place == 0 {
			return a, noParagraph(text, called)
		}
	}
	if err := a.Validate(); err != nil {
		return a, err
	}
	_, err := mo.IfCarried(a, all)
	return a, err
}

func noParagraph(text, called string) error {
	n := data.NumberOf(len(data.MotionParagraphs(text)), "paragraph", "paragraphs")
	if called == "" {
		return data.NewProblem("Say which paragraph the amendment is to. The text has "+n+".", nil)
	}
	return data.NewProblem(fmt.Sprintf("No paragraph is called “%s”. The text has %s.", called, n), nil)
}

// AmendedBy records who moves and who seconds an amendment; "" for nobody.
func (m *Model) AmendedBy(id data.AmendmentID, mover, seconder data.PersonID) (string, error) {
	a, ok := m.amendment(id)
	if ok && a.Mover == mover && a.Seconder == seconder {
		return "", nil
	}
	err := m.change("record who moved amendment "+a.Label(), func(tx *book.Tx) error {
		a, err := tx.Amendments.Get(id)
		if err != nil {
			return err
		}
		a.Mover, a.Seconder = mover, seconder
		return tx.Amendments.Put(a)
	})
	words := m.moved(data.Motion{Mover: mover, Seconder: seconder})
	if words == "" {
		words = "no mover is recorded"
	}
	return "Amendment " + a.Label() + ": " + uncapital(words) + ".", err
}

func uncapital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
