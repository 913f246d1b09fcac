package session

import (
	"slices"
	"strings"

	"branchbook/data"
)

// nominated returns the contest with those whom a line nominates, and the same in words. The error is a *data.Problem.
func (m *Model) nominated(c data.Contest, l ContestLine) (data.Contest, []string, error) {
	if len(c.Rounds) > 0 {
		return c, nil, data.NewProblem("Voting for "+c.Title+" has begun, so nobody can be nominated any more.", nil)
	}
	proposer, seconder, err := m.proposers(l)
	if err != nil {
		return c, nil, err
	}
	course, err := m.course()
	if err != nil {
		return c, nil, err
	}
	c.Nominees = slices.Clone(c.Nominees)
	var words []string
	for _, name := range l.Names {
		n, more, err := m.nominee(name, l.Kind)
		if err != nil {
			return c, nil, err
		}
		n.Proposer, n.Seconder, n.Received = proposer, seconder, m.held.Date
		if p, known := m.names[n.Person]; known && c.Kind != data.Triggers {
			n.Eligible = course.MayStand(c, p)
		}
		at := slices.IndexFunc(c.Nominees, func(o data.Nominee) bool { return sameNominee(o, n) })
		switch {
		case at < 0:
			c.Nominees = append(c.Nominees, n)
		case c.Nominees[at].Withdrew:
			c.Nominees[at].Withdrew, c.Nominees[at].WithdrewAt, c.Nominees[at].WithdrewWhy = false, data.Time{}, ""
		case proposer == "" && seconder == "":
			return c, nil, data.NewProblem(n.Called(m.names)+" is nominated already.", nil)
		default:
			c.Nominees[at].Proposer, c.Nominees[at].Seconder = proposer, seconder
		}
		words = append(words, strings.TrimSpace(n.Called(m.names)+" "+more))
	}
	if len(c.Nominees) > 0 && c.Status == data.NominationsClosed {
		c.Status = data.NominationsOpen // from the floor: they are opened again
	}
	return c, words, nil
}

// proposers finds who proposes and seconds.
func (m *Model) proposers(l ContestLine) (proposer, seconder data.PersonID, err error) {
	for _, who := range []struct {
		letters string
		to      *data.PersonID
	}{{l.Proposer, &proposer}, {l.Seconder, &seconder}} {
		if who.letters == "" {
			continue
		}
		p, _ := m.inTheRoom(who.letters)
		if p.ID == "" {
			return "", "", data.NewProblem("Nobody is called “"+who.letters+"”", nil)
		}
		*who.to = p.ID
	}
	if proposer != "" && proposer == seconder {
		return "", "", data.NewProblem("A nomination is proposed by one person and seconded by another", nil)
	}
	return proposer, seconder, nil
}

// inTheRoom finds whom letters mean best, those who are in first, and how many others they could mean.
func (m *Model) inTheRoom(letters string) (data.Person, int) {
	in := m.present()
	return m.who(letters, func(id data.PersonID) bool { return !in[id] })
}

// nominee reads one name, or two with a & between for a job share. Whole names that are in no list are kept as they are.
func (m *Model) nominee(name string, kind data.ContestKind) (n data.Nominee, more string, err error) {
	one, other, shared := strings.Cut(name, "&")
	p, others := m.inTheRoom(one)
	n.Person, more = p.ID, orMore(others)
	if data.Fold(p.Name()) == data.Fold(one) {
		more = ""
	}
	switch {
	case p.ID == "" && (shared || kind == data.Elects && len(strings.Fields(one)) < 2):
		return n, "", data.NewProblem("Nobody is called “"+strings.TrimSpace(one)+"”", nil)
	case p.ID == "":
		n.Name = strings.TrimSpace(one)
		return n, "(not in the book)", nil
	case !shared:
		return n, more, nil
	}
	q, _ := m.inTheRoom(other)
	if q.ID == "" || q.ID == p.ID {
		return n, "", data.NewProblem("Nobody else is called “"+strings.TrimSpace(other)+"”", nil)
	}
	n.Partner = q.ID
	return n, "(job share)", nil
}

func sameNominee(a, b data.Nominee) bool {
	return a.Person == b.Person && a.Partner == b.Partner && data.Fold(a.Name) == data.Fold(b.Name)
}

// withdrawn returns the contest with those gone whom a line names, and the same in words.
func (m *Model) withdrawn(c data.Contest, l ContestLine) (data.Contest, []string, error) {
	if len(c.Rounds) > 0 {
		return c, nil, data.NewProblem("Voting for "+c.Title+" has begun. What to do when somebody withdraws now is on the page of the election.", nil)
	}
	c.Nominees = slices.Clone(c.Nominees)
	var words []string
	for _, letters := range l.Names {
		i := m.amongNominees(c, c.Standing(), letters)
		if i < 0 {
			return c, nil, data.NewProblem("Nobody who stands is called “"+letters+"”", nil)
		}
		c.Nominees[i].Withdrew, c.Nominees[i].WithdrewAt = true, m.moment()
		words = append(words, c.Nominees[i].Called(m.names))
	}
	return c, words, nil
}

// amongNominees finds whom letters mean of some nominees; -1 for nobody.
func (m *Model) amongNominees(c data.Contest, who []int, letters string) int {
	want := strings.Fields(data.Fold(letters))
	for _, i := range who {
		name := data.Fold(c.Nominees[i].Called(m.names))
		if len(want) > 0 && !slices.ContainsFunc(want, func(w string) bool { return !begins(name, w) }) {
			return i
		}
	}
	return -1
}

// listed returns those who stand in the order of their list: by their numbers on the ballot, and until they have some as they
// will get them, by surname.
func (m *Model) listed(c data.Contest) []int {
	c.Nominees = slices.Clone(c.Nominees)
	c.NumberNominees(m.names)
	return c.OnBallot()
}
