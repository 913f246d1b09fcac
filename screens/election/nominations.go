package election

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Nomination is a nominee being typed.
type Nomination struct {
	Index              int // in the contest's list; -1 for a new one
	Who, Partner       parts.Who
	From               string // of somebody who is not in the book: their branch or constituency
	Proposer, Seconder parts.Who
	Consent            data.Consent
	Received           data.Date
	Note               string
}

// New returns an empty nomination, received today.
func (m *Model) New() Nomination {
	return Nomination{Index: -1, Received: m.Today(), Consent: data.Consents}
}

// Nomination returns a nominee to be corrected.
func (m *Model) Nomination(i int) Nomination {
	n := m.held.contest.Nominees[i]
	return Nomination{
		Index: i, Who: parts.Who{ID: n.Person, Name: n.Name}, Partner: parts.Who{ID: n.Partner}, From: n.From,
		Proposer: parts.Who{ID: n.Proposer}, Seconder: parts.Who{ID: n.Seconder}, Consent: n.Consent, Received: n.Received, Note: n.Note,
	}
}

// Look says what is worth a look about a nomination before it is recorded, and whether it keeps the nominee off the paper.
func (m *Model) Look(n Nomination) (words string, keepsOff bool) {
	h := &m.held
	var out []string
	if p, known := h.People[n.Who.ID]; known {
		f := h.MayStand(h.contest, p)
		if f.Warning || f.Asks() {
			out = append(out, f.Sentence())
		}
		keepsOff = f.Warning
		if post, holds := h.PostOf(p.ID); holds && h.contest.Post != "" && h.contest.Post != post.ID && h.Meeting.Kind != data.AGM {
			out = append(out, "Holds another post: "+post.Name+".")
		}
	}
	if n.Who.ID == "" && n.Who.Name != "" {
		if m.asMember(n) {
			out = append(out, strings.TrimSpace(n.Who.Name)+" is not in the book yet, and will be added as a member.")
		} else {
			out = append(out, "Not in the book: nothing is known of their membership.")
		}
	}
	if i := slices.IndexFunc(h.Posts, func(p data.Post) bool { return p.ID == h.contest.Post }); !n.Partner.IsZero() && i >= 0 {
		if may, f := h.Posts[i].MayBeShared(); !may {
			out = append(out, "The post "+f.Verdict+": "+f.Source+".")
		}
	}
	if n.Proposer.ID != "" && n.Proposer.ID == n.Seconder.ID {
		out = append(out, "Proposer and seconder are the same.")
	}
	return strings.Join(out, " "), keepsOff
}

// asMember says whether a name that is not in the book is taken for a member of the branch: in its own elections, unless it
// was said where they come from.
func (m *Model) asMember(n Nomination) bool {
	return m.held.contest.Kind == data.Elects && strings.TrimSpace(n.From) == ""
}

// Nominate records a nomination, or corrects one. Who may not stand is kept, with the reason, and stays off the paper.
func (m *Model) Nominate(n Nomination) (line string, err error) {
	name := m.held.find.NameOf(n.Who)
	if n.Who.IsZero() {
		return "", data.NewProblem("Type who is nominated: a few letters of the name find a member.", nil)
	}
	if err := m.nominatedTwice(n); err != nil {
		return "", err
	}
	what := "nominate " + name + " for " + m.held.contest.Title
	if n.Index >= 0 {
		what = "correct the nomination of " + name
	}
	var now data.Nominee
	err = m.change(what, func(tx *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		if n.Index < 0 && len(c.Rounds) > 0 {
			return data.NewProblem("The voting has begun, so nobody can come onto the paper. Take the ballot back first.", nil)
		}
		at := n.Index
		if at < 0 {
			at = len(c.Nominees)
			c.Nominees = append(slices.Clone(c.Nominees), data.Nominee{})
		} else {
			c.Nominees = slices.Clone(c.Nominees)
		}
		if err := m.fill(tx, *c, &c.Nominees[at], n); err != nil {
			return err
		}
		if c.Status != data.NominationsOpen {
			names, err := tx.People.Names()
			if err != nil {
				return err
			}
			c.NumberNominees(names)
		}
		now = c.Nominees[at]
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case n.Index >= 0:
		return "The nomination of " + name + " is corrected.", nil
	case now.Ineligible():
		return name + " is nominated, but may not stand: " + now.Eligible.Verdict + ". The nomination is kept, off the paper.", nil
	}
	return name + " is nominated.", nil
}

// nominatedTwice refuses somebody who is nominated already.
func (m *Model) nominatedTwice(n Nomination) error {
	for i, other := range m.held.contest.Nominees {
		same := n.Who.ID != "" && (other.Person == n.Who.ID || other.Partner == n.Who.ID) ||
			n.Who.ID == "" && other.Person == "" && data.Fold(other.Name) == data.Fold(n.Who.Name)
		if i != n.Index && same {
			return data.NewProblem(m.called(i)+" is nominated already. Choose them in the list to add a seconder or correct something.", nil)
		}
	}
	return nil
}

// fill writes what was typed into a nominee, and judges on the right day whether they may stand.
func (m *Model) fill(tx *book.Tx, c data.Contest, to *data.Nominee, n Nomination) error {
	var err error
	to.Person, to.Name = n.Who.ID, ""
	if n.Who.ID == "" && m.asMember(n) {
		if to.Person, err = tx.Member("", n.Who.Name); err != nil {
			return err
		}
	} else if n.Who.ID == "" {
		to.Name = strings.Join(strings.Fields(n.Who.Name), " ")
	}
	to.From = strings.TrimSpace(n.From)
	for _, other := range []struct {
		to  *data.PersonID
		who parts.Who
	}{{&to.Partner, n.Partner}, {&to.Proposer, n.Proposer}, {&to.Seconder, n.Seconder}} {
		*other.to = ""
		if other.who.IsZero() {
			continue
		}
		if *other.to, err = tx.Member(other.who.ID, other.who.Name); err != nil {
			return err
		}
	}
	to.Consent, to.Received, to.Note = n.Consent, n.Received, strings.TrimSpace(n.Note)
	to.Eligible, err = m.judge(tx, c, *to)
	return err
}

// judge says whether a nominee may stand; of a job share, both must.
func (m *Model) judge(tx *book.Tx, c data.Contest, n data.Nominee) (data.Finding, error) {
	var f data.Finding
	for _, id := range []data.PersonID{n.Person, n.Partner} {
		if id == "" {
			continue
		}
		p, err := tx.People.Get(id)
		if err != nil {
			return f, err
		}
		one := m.held.MayStand(c, p)
		if id == n.Partner {
			if one.Warning {
				f.Verdict, f.Sum, f.Warning = p.Name()+": "+one.Verdict, p.Name()+": "+one.Sum, true
			}
			continue
		}
		f = one
	}
	return f, nil
}

// Rejudge judges every nominee again, after a list was brought in or the freeze date was changed.
func (m *Model) Rejudge() error {
	return m.change("judge again who may stand for "+m.held.contest.Title, func(tx *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		return m.rejudge(tx, c)
	})
}

func (m *Model) rejudge(tx *book.Tx, c *data.Contest) error {
	c.Nominees = slices.Clone(c.Nominees)
	for i := range c.Nominees {
		f, err := m.judge(tx, *c, c.Nominees[i])
		if err != nil {
			return err
		}
		c.Nominees[i].Eligible = f
	}
	return nil
}

// alter changes one nominee.
func (m *Model) alter(what string, i int, f func(n *data.Nominee)) error {
	return m.change(what, func(tx *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		c.Nominees = slices.Clone(c.Nominees)
		f(&c.Nominees[i])
		if c.Status == data.NominationsOpen || len(c.Rounds) > 0 {
			return nil
		}
		names, err := tx.People.Names()
		c.NumberNominees(names)
		return err
	})
}

// Withdraw takes a nominee off the paper, at a time that is zero where it is not known. The nomination is kept.
func (m *Model) Withdraw(i int, at data.Time, why string) (string, error) {
	err := m.alter("withdraw the nomination of "+m.called(i), i, func(n *data.Nominee) {
		n.Withdrew, n.WithdrewAt, n.WithdrewWhy = true, at, strings.TrimSpace(why)
	})
	return m.called(i) + " has withdrawn.", err
}

// StandAgain takes a withdrawal back.
func (m *Model) StandAgain(i int) (string, error) {
	err := m.alter("put "+m.called(i)+" back on the paper", i, func(n *data.Nominee) {
		n.Withdrew, n.WithdrewAt, n.WithdrewWhy = false, data.Time{}, ""
	})
	return m.called(i) + " stands again.", err
}

// PutOnPaper puts somebody who may not stand on the paper all the same. The reason is kept, and printed.
func (m *Model) PutOnPaper(i int, reason string) (string, error) {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return "", data.NewProblem("Type why they are on the paper all the same: who agreed to it, and on what ground.", nil)
	}
	err := m.alter("put "+m.called(i)+" on the paper all the same", i, func(n *data.Nominee) { n.Despite = reason })
	return m.called(i) + " is on the paper all the same: " + reason + ".", err
}

// TakeOffPaper takes that back.
func (m *Model) TakeOffPaper(i int) (string, error) {
	err := m.alter("take "+m.called(i)+" off the paper", i, func(n *data.Nominee) { n.Despite = "" })
	return m.called(i) + " is off the paper. The nomination is kept.", err
}

// SetConsent records whether a nominee agreed to stand.
func (m *Model) SetConsent(i int, c data.Consent) (string, error) {
	words := map[data.Consent]string{data.Consents: "agrees to stand", data.ConsentRefused: "does not agree to stand", data.ConsentUnknown: "has not said whether they stand"}[c]
	err := m.alter("record that "+m.called(i)+" "+words, i, func(n *data.Nominee) { n.Consent = c })
	return m.called(i) + " " + words + ".", err
}

// SetListed records how far an applicant came in a selection.
func (m *Model) SetListed(i int, l data.Listed) (string, error) {
	words := string(cmp.Or(l, "applied"))
	err := m.alter("record "+m.called(i)+" as "+words, i, func(n *data.Nominee) { n.Listed = l })
	return m.called(i) + ": " + words + ".", err
}
