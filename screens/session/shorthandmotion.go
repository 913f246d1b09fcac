package session

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// motionShorthands are about the motion in debate: its amendments, its ending without a vote, the chair's ruling.
func motionShorthands() []shorthand {
	return []shorthand{
		{Amends, "", "Amendment", []HelpLine{
			{"am 3: new words / oka / car", "Amendment: replace paragraph 3 (Alt+A). am + words adds one, am - 3 deletes it"},
		}, parseAmendment, (*Model).readAmendment, afterSlash},
		{Amended, "", "Amendment", []HelpLine{
			{"a1 8 6 1   a2 fell", "Amendment A1: the vote; or fell, accepted, withdrawn, out, conseq. a2 / oka / car names the movers"},
		}, parseAmended, (*Model).readAmended, afterSlash},
		{Ends, "", "Ending", []HelpLine{
			{"end remitted to the executive", "Without a vote (Alt+O): fell, not moved, withdrawn, deferred, not reached, out of order, lapsed, composited"},
		}, words(Ends, "what became of the motion: remitted, withdrawn, deferred"), (*Model).readEnding, nil},
		{Rules, "", "Ruling", []HelpLine{{"rule no not our business", "The chair's ruling on the motion, and on what ground (Alt+U). rule yes takes it"}}, parseRuling, (*Model).readRuling, nil},
	}
}

var amendmentNumber = regexp.MustCompile(`^a(\d{1,3})$`)

// parseAmendment reads "3: words", "+ words" or "- 3", and behind slashes who moves and seconds.
func parseAmendment(rest string, _ data.Date) Order {
	o := Order{Verb: Amends}
	body, who, _ := strings.Cut(rest, "/")
	o.Mover, o.Seconder, _ = strings.Cut(who, "/")
	o.Mover, o.Seconder = strings.TrimSpace(o.Mover), strings.TrimSpace(o.Seconder)
	body = strings.TrimSpace(body)
	switch {
	case strings.HasPrefix(body, "+"):
		o.Op, o.Text = data.Add, strings.TrimSpace(body[1:])
	case strings.HasPrefix(body, "-"):
		o.Op, o.Title = data.Delete, strings.TrimSpace(body[1:])
	default:
		paragraph, text, _ := strings.Cut(body, ":")
		o.Op, o.Title, o.Text = data.Replace, strings.TrimSpace(paragraph), strings.TrimSpace(text)
	}
	switch {
	case o.Op != data.Add && o.Title == "":
		o.Wants = "which paragraph, as 3: new words; + words adds one, - 3 deletes it"
	case o.Op != data.Delete && o.Text == "":
		o.Wants = "the new words"
	}
	return o
}

// amendmentEndings are the words for what became of an amendment without a vote.
var amendmentEndings = map[string]data.AmendmentOutcome{
	"fell": data.AmendmentFell, "accepted": data.AmendmentAccepted, "withdrawn": data.AmendmentWithdrawn, "out": data.AmendmentOutOfOrder,
	"conseq": data.AmendmentFollows,
}

// parseAmended reads what follows the number of an amendment: its vote, its ending, or who moved it.
func parseAmended(rest string, near data.Date) Order {
	number, rest, _ := strings.Cut(rest, " ")
	n, _ := strconv.Atoi(number)
	o := Order{Verb: Amended, Unnamed: n}
	rest = strings.TrimSpace(rest)
	if who, ok := strings.CutPrefix(rest, "/"); ok {
		o.Mover, o.Seconder, _ = strings.Cut(who, "/")
		o.Mover, o.Seconder = strings.TrimSpace(o.Mover), strings.TrimSpace(o.Seconder)
		if o.Mover == "" {
			o.Wants = "who moves it"
		}
		return o
	}
	word, ground, _ := strings.Cut(rest, " ")
	if as, ok := amendmentEndings[strings.ToLower(word)]; ok {
		o.Ending, o.Note = as, strings.TrimSpace(ground)
		return o
	}
	v := parseVote(rest, near)
	v.Verb, v.Unnamed, v.Text = Amended, n, ""
	if v.Wants != "" {
		v.Wants = "the vote, as 8 6 1; or fell, accepted, withdrawn, out, conseq"
	}
	return v
}

func parseRuling(rest string, _ data.Date) Order {
	word, ground, _ := strings.Cut(rest, " ")
	o := Order{Verb: Rules, Text: strings.TrimSpace(ground)}
	switch strings.ToLower(word) {
	case "no":
		o.No = true
		if o.Text == "" {
			o.Wants = "on what ground"
		}
	case "yes":
	default:
		o.Wants = "yes or no, and the ground"
	}
	return o
}

// movers finds who is meant by the letters behind the slashes.
func (m *Model) movers(o Order) (mover, seconder data.PersonID, more string, problem *Reading) {
	in := m.present()
	later := func(id data.PersonID) bool { return !in[id] }
	words := []string{}
	for _, w := range []struct {
		letters, does string
		to            *data.PersonID
	}{{o.Mover, "moved", &mover}, {o.Seconder, "seconded", &seconder}} {
		if w.letters == "" {
			continue
		}
		p, others := m.who(w.letters, later)
		if p.ID == "" {
			r := missing("Nobody is called “" + w.letters + "”")
			return "", "", "", &r
		}
		*w.to = p.ID
		words = append(words, strings.TrimSpace(w.does+" "+p.Name()+" "+orMore(others)))
	}
	return mover, seconder, strings.Join(words, ", "), nil
}

func (m *Model) readAmendment(o Order) Reading {
	mo, ok := m.Debated()
	if !ok {
		return missing("No motion is in debate")
	}
	mover, seconder, more, problem := m.movers(o)
	if problem != nil {
		return *problem
	}
	d := AmendmentDraft{Motion: mo.ID, Op: o.Op, Paragraph: o.Title, Text: o.Text, Mover: mover, Seconder: seconder}
	preview := m.PreviewAmendment(d)
	r := ready(preview.Says, more, func() (string, error) { return m.Amend(d) })
	if preview.Tone != parts.Plain && preview.Tone != parts.Quiet {
		r.Tone, r.Icon = preview.Tone, parts.IconWarning
	}
	r.Chip = parts.Mark{Tone: parts.Grey, Text: mo.Ref}
	return r
}

func (m *Model) readAmended(o Order) Reading {
	mo, ok := m.Debated()
	a, there := m.AmendmentNumbered(mo.ID, o.Unnamed)
	if !ok || !there {
		return missing("The motion in debate has no such amendment")
	}
	chip := parts.Mark{Tone: parts.Grey, Text: a.Label()}
	switch {
	case o.Mover != "":
		mover, seconder, more, problem := m.movers(o)
		if problem != nil {
			return *problem
		}
		r := ready(data.Capital(more), "", func() (string, error) { return m.AmendedBy(a.ID, mover, cmp.Or(seconder, a.Seconder)) })
		r.Chip = chip
		return r
	case o.Ending != "":
		r := ready(a.Label()+": "+string(o.Ending), o.Note, func() (string, error) { return m.SettleAmendment(a.ID, o.Ending, o.Note) })
		r.Chip = chip
		return r
	}
	v := m.VoteOnAmendment(a.ID)
	v.For, v.Against, v.Abstained, v.Declared, v.Casting, v.Note, v.Typed = o.For, o.Against, o.Abstained, o.Declared, o.Casting, o.Note, true
	verdict := v.Verdict()
	return Reading{Chip: chip, Tone: verdict.Tone, Icon: verdict.Icon, Text: verdict.Title, More: v.Heading,
		Do: func() (string, error) { return m.RecordVote(v) }}
}

// readEnding finds the ending that a line begins with; what follows completes it.
func (m *Model) readEnding(o Order) Reading {
	mo, ok := m.Debated()
	if !ok {
		return missing("No motion is in debate")
	}
	for _, e := range m.Endings(mo.ID) {
		rest, found := cutEnding(o.Text, e)
		if !found || e.DecidedByVote() {
			continue
		}
		r := ready(mo.Ref+" "+strings.TrimSpace(string(e.Outcome)+" "+rest), "", func() (string, error) {
			return m.End(mo.ID, data.Ending{Outcome: e.Outcome, Note: rest, Leave: e.Outcome == data.Withdrawn})
		})
		r.Chip = parts.Mark{Tone: parts.Grey, Text: mo.Ref}
		return r
	}
	return missing("Remitted, deferred, withdrawn, fell, not moved, not reached, out of order, composited or lapsed?")
}

// cutEnding cuts the words of an ending from the front of a line: its outcome, or how the panel calls it in short.
func cutEnding(line string, e Ending) (rest string, found bool) {
	short, _, _ := strings.Cut(strings.ToLower(e.Words), ",")
	for _, words := range []string{string(e.Outcome), short, strings.TrimPrefix(short, "ruled "), strings.TrimSuffix(short, "s")} {
		if strings.HasPrefix(strings.ToLower(line)+" ", words+" ") {
			return strings.TrimSpace(line[len(words):]), true
		}
	}
	if e.Outcome == data.FellNoSeconder && strings.EqualFold(line, "fell") {
		return "", true
	}
	return "", false
}

func (m *Model) readRuling(o Order) Reading {
	motion, _ := m.ToRuleOn()
	mo, ok := m.motion(motion)
	if !ok {
		if mo, ok = m.Debated(); !ok {
			return missing("No motion waits for the chair's ruling")
		}
	}
	words := "The chair takes " + mo.Ref
	if o.No {
		words = "The chair rules against " + mo.Ref
	}
	return ready(words, o.Text, func() (string, error) { return m.RuleOn(mo.ID, !o.No, o.Text, "") })
}
