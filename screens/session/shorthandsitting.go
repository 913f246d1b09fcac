package session

import (
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// sittingShorthands are about how the meeting runs.
func sittingShorthands() []shorthand {
	return []shorthand{
		{TakeChair, "", "Chair", []HelpLine{
			{"chair mbe 8.10pm", "In the chair from then (Alt+C). chair + mbe is beside; mins car takes the minutes"},
		}, parseDuty(TakeChair), (*Model).readDuty, afterPlus},
		{TakeMinutes, "", "Minutes", nil, parseDuty(TakeMinutes), (*Model).readDuty, afterPlus},
		{Adjourn, "", "Adjourn", []HelpLine{{"adj fire alarm   res", "Adjourn for a while, and why; resume"}}, optional(Adjourn), (*Model).readAdjourn, nil},
		{Resume, "", "Resume", nil, nothingMore(Resume), (*Model).readResume, nil},
		{GoOn, "", "Go on", []HelpLine{{"ext 9.45pm 12 2 1", "Go on until then: two thirds of those present. ext 9.45pm agreed"}}, parseExtension, (*Model).readExtension, nil},
		{NoQuorum, "", "No quorum", []HelpLine{{"nq none   nq pressing", "No quorum came: no business, or pressing business alone"}}, parseNoQuorum, (*Model).readNoQuorum, nil},
		{RatifyIt, "", "Ratify", []HelpLine{{"r   r no", "Ratify what the item is about, or do not"}}, parseRatify, (*Model).readRatify, nil},
		{SetTime, "", "Time", []HelpLine{{"time 7.50pm", "On another day: the time of what is written next. time alone leaves it blank"}}, parseSetTime, (*Model).readSetTime, nil},
		{OldMinutes, "", "Minutes", []HelpLine{{"min", "The minutes of the last meeting, to be approved (Alt+V)"}}, nothingMore(OldMinutes), (*Model).readOldMinutes, nil},
	}
}

// optional reads a verb with words that may be left out.
func optional(v Verb) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order { return Order{Verb: v, Text: rest} }
}

// afterPlus is for a name that a plus may stand before.
func afterPlus(rest string) int {
	return len(rest) - len(strings.TrimLeft(rest, "+ "))
}

func parseDuty(v Verb) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order {
		o := Order{Verb: v}
		rest, o.Beside = strings.CutPrefix(rest, "+")
		o.Who = strings.TrimSpace(rest)
		if m := timeAtEnd.FindStringSubmatch(o.Who); m != nil {
			if at, err := data.ParseTime(m[2], true); err == nil {
				o.At, o.Who = at, m[1]
			}
		}
		if o.Who == "" {
			o.Wants = map[Verb]string{TakeChair: "who takes the chair", TakeMinutes: "who takes the minutes"}[v]
		}
		return o
	}
}

// parseExtension reads until when, and the vote on that.
func parseExtension(rest string, near data.Date) Order {
	until, hands, _ := strings.Cut(rest, " ")
	at, err := data.ParseTime(until, true)
	if err != nil || at.IsZero() {
		return Order{Verb: GoOn, Wants: "until when, and the vote: 9.45pm 12 2 1"}
	}
	o := parseVote(hands, near)
	o.Verb, o.Until, o.Text = GoOn, at, ""
	return o
}

func parseNoQuorum(rest string, _ data.Date) Order {
	switch strings.ToLower(rest) {
	case "none":
		return Order{Verb: NoQuorum, No: true}
	case "pressing":
		return Order{Verb: NoQuorum}
	}
	return Order{Verb: NoQuorum, Wants: "none, or pressing"}
}

func parseRatify(rest string, _ data.Date) Order {
	switch strings.ToLower(rest) {
	case "":
		return Order{Verb: RatifyIt}
	case "no":
		return Order{Verb: RatifyIt, No: true}
	}
	return Order{Verb: RatifyIt, Wants: "nothing, or no"}
}

func parseSetTime(rest string, _ data.Date) Order {
	at, err := data.ParseTime(rest, true)
	if err != nil {
		return Order{Verb: SetTime, Wants: "a time, as 7.50pm"}
	}
	return Order{Verb: SetTime, At: at}
}

func (m *Model) readDuty(o Order) Reading {
	in := m.present()
	p, others := m.who(o.Who, func(id data.PersonID) bool { return !in[id] })
	if p.ID == "" {
		return missing("Nobody is called “" + o.Who + "”")
	}
	duty, words, how := data.InTheChair, " in the chair", Instead
	if o.Verb == TakeMinutes {
		duty, words = data.TakingMinutes, " takes the minutes"
	}
	if o.Beside {
		words, how = words+" as well", Beside
	}
	at := o.At
	if at.IsZero() {
		at = m.moment()
	}
	return ready(p.Name()+words+atWords(at), orMore(others), func() (string, error) { return m.TakeOver(duty, p.ID, how, o.At) })
}

func (m *Model) readAdjourn(o Order) Reading {
	if m.held.Status != data.InSession || m.IsAdjourned() {
		return missing("Only a meeting that is sitting can be adjourned")
	}
	return ready("Adjourn for a while"+atWords(m.moment()), o.Text, func() (string, error) { return m.Adjourn(o.Text) })
}

func (m *Model) readResume(Order) Reading {
	if !m.IsAdjourned() {
		return missing("The meeting is not adjourned")
	}
	return ready("The meeting resumes"+atWords(m.moment()), "", m.Resume)
}

func (m *Model) readExtension(o Order) Reading {
	v := m.NewExtension(o.Until)
	v.For, v.Against, v.Abstained, v.Declared, v.Note, v.Typed = o.For, o.Against, o.Abstained, o.Declared, o.Note, true
	verdict := v.Verdict()
	return Reading{Tone: verdict.Tone, Icon: verdict.Icon, Text: "Until " + o.Until.String() + ": " + verdict.Title, More: verdict.Sum,
		Do: func() (string, error) { return m.Extend(o.Until, v) }}
}

func (m *Model) readNoQuorum(o Order) Reading {
	as := data.PressingAlone
	if o.No {
		as = data.NoBusiness
	}
	r := ready("No quorum: "+string(as), "", func() (string, error) { return m.SetWithoutQuorum(as) })
	if m.held.quorum.Quorate {
		r.Tone, r.Icon, r.More = parts.Amber, parts.IconWarning, "the meeting is quorate"
	}
	return r
}

func (m *Model) readRatify(o Order) Reading {
	d, there := m.ToRatify()
	if !there {
		return missing("The item on show has nothing to ratify")
	}
	words := "Ratify: "
	if o.No {
		words = "Do not ratify: "
	}
	return ready(words+d.Text, "", func() (string, error) { return m.Ratify(!o.No) })
}

func (m *Model) readSetTime(o Order) Reading {
	switch {
	case m.stamps():
		return missing("The meeting is today: the clock gives the time")
	case o.At.IsZero():
		return ready("What is written next has no time", "", func() (string, error) { m.SetTime(o.At); return "Times are left blank.", nil })
	}
	return ready("What is written next was at "+o.At.String(), "", func() (string, error) {
		m.SetTime(o.At)
		return "What is written next was at " + o.At.String() + ".", nil
	})
}

func (m *Model) readOldMinutes(Order) Reading {
	if _, there := m.EarlierMinutes(); !there {
		return missing("No minutes of an earlier meeting wait to be approved")
	}
	return Reading{Icon: parts.IconDocument, Text: "The minutes of the last meeting", More: "to be approved", Button: "Open"}
}
