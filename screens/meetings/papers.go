package meetings

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// papersCard says of each paper before a meeting what it will hold, so that the secretary knows before it is written.
type papersCard struct {
	Agenda, SignIn, Mail, Post, Labels string
	// Warnings name those whom neither way reaches, and e-mail addresses that cannot be right.
	Warnings []string
	// HasPost says whether there is anybody to write a label for.
	HasPost bool
}

// PapersBefore returns what the papers before the meeting that is open would hold.
func (m *Model) PapersBefore() (card papersCard, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		in, err := r.Calling(m.Open, m.today())
		card = papersOf(in)
		return err
	})
	return card, err
}

func papersOf(in data.CallingInput) papersCard {
	agenda, sheet, mailing := data.NewAgenda(in), data.NewSignIn(in, true), data.NewMailing(in)
	card := papersCard{
		Agenda:   data.NumberOf(len(agenda.Items), "item", "items"),
		SignIn:   fmt.Sprintf("Lists %s by name, with who can vote: private.", data.NumberOf(sheet.People, "member", "members")),
		Mail:     mailing.Words(),
		Labels:   data.NumberOf(len(mailing.Post), "label", "labels") + " for those without an e-mail address.",
		Warnings: mailing.Warnings(),
		HasPost:  len(mailing.Post) > 0,
	}
	if n := len(agenda.Motions); n > 0 {
		card.Agenda += ", with " + textsOf(n)
	}
	card.Agenda += "."
	if mailing.To == "" {
		card.Mail += " The branch has no address of its own yet, so To stays open: Settings, Branch."
	}
	if !card.HasPost {
		card.Labels = "Nobody is to be written to by post."
		return card
	}
	var names []string
	for _, l := range mailing.Post {
		names = append(names, l[0])
	}
	card.Post = "By post: " + strings.Join(names, ", ") + "."
	return card
}

func textsOf(motions int) string {
	if motions == 1 {
		return "the text of 1 motion"
	}
	return fmt.Sprintf("the texts of %d motions", motions)
}

// SetAccess changes how to get in, which the notice says.
func (m *Model) SetAccess(access string) error {
	return m.edit("change how to get into the meeting of %s", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.Access = strings.Join(strings.Fields(access), " ")
		return nil
	})
}

// accessTo is how one got into a meeting's venue the last time, since that seldom changes; "" where nobody said.
func accessTo(r *book.Reading, to data.Meeting) (string, error) {
	access := ""
	there, err := r.Meetings.Where(func(m data.Meeting) bool {
		return m.ID != to.ID && m.Access != "" && !m.Date.After(to.Date) && data.Fold(m.Venue) == data.Fold(to.Venue)
	})
	if n := len(there); n > 0 {
		access = there[n-1].Access
	}
	return access, err
}

// readdress has a meeting that is held elsewhere say how to get in there. What was typed for this meeting stays.
func readdress(r *book.Reading, m *data.Meeting, was string) error {
	before := *m
	before.Venue = was
	usual, err := accessTo(r, before)
	if err != nil || m.Access != usual {
		return err
	}
	m.Access, err = accessTo(r, *m)
	return err
}
