package session

import (
	"cmp"
	"strconv"

	"branchbook/data"
	"branchbook/screens/parts"
)

func doorShorthands() []shorthand {
	return []shorthand{
		{ComeIn, "c", "In", []HelpLine{
			{"i oka", "In: a few letters of the name, or the number. i oka 7.40pm sets the time"},
			{"i oka, online", "Behind a comma how: online, observer, delegate, guest, officer, no vote; i fra, voter, paid"},
			{"i +", "In: one other, name not recorded. i +3 for three"},
		}, coming(ComeIn), (*Model).readComing, untilSlash},
		{GoOut, "", "Out", []HelpLine{{"o oka", "Out"}}, coming(GoOut), (*Model).readComing, untilSlash},
		{Apologise, "", "Apologies", []HelpLine{{"ap oka / Ben", "Apologies, and who passed them on"}}, parseApologies, (*Model).readComing, untilSlash},
		{NameUnnamed, "", "Name", []HelpLine{{"name oka", "Who it was whose name was not recorded"}}, somebody(NameUnnamed, "who it was"), (*Model).readName, untilSlash},
		{TakeOff, "", "Take off", []HelpLine{{"off oka", "Off the register: put down by mistake"}}, somebody(TakeOff, "who was put down by mistake"), (*Model).readOff, untilSlash},
		{WhoWasIn, "", "In the room", []HelpLine{{"who 8.05pm", "How many were in the room then"}}, parseMoment, (*Model).readMoment, nil},
		{CountHeads, "", "Count only", []HelpLine{{"count 23   names", "A bare count, where names are not taken; names again"}}, parseHeads, (*Model).readHeads, nil},
		{TakeNames, "", "Names", nil, nothingMore(TakeNames), (*Model).readNames, nil},
		{MoveVenue, "", "Venue", []HelpLine{{"venue the annexe", "The meeting has moved"}}, words(MoveVenue, "where the meeting is now"), (*Model).readVenue, nil},
	}
}

// somebody reads a verb that takes one name.
func somebody(v Verb, wants string) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order {
		o := Order{Verb: v, Who: rest}
		if rest == "" {
			o.Wants = wants
		}
		return o
	}
}

func parseMoment(rest string, _ data.Date) Order {
	at, err := data.ParseTime(rest, true)
	o := Order{Verb: WhoWasIn, At: at}
	if err != nil || at.IsZero() {
		o.Wants = "a time, as 8.05pm"
	}
	return o
}

func parseHeads(rest string, _ data.Date) Order {
	n, err := strconv.Atoi(rest)
	o := Order{Verb: CountHeads, Unnamed: n}
	if err != nil || n < 0 || n > data.MaxVotes {
		o.Unnamed, o.Wants = 0, "how many are present, as 23"
	}
	return o
}

func (m *Model) readComing(o Order) Reading {
	at := m.clock()
	if !o.At.IsZero() {
		at = o.At
	} else if at.IsZero() {
		at = m.typedTime
	}
	if o.Unnamed > 0 {
		if o.Verb == GoOut {
			return missing("Choose who went out in the list")
		}
		return ready(data.NumberOf(o.Unnamed, "other", "others")+", name not recorded"+atWords(at), "", func() (string, error) { return m.ComeUnnamed(o.Unnamed, at) })
	}
	in := m.present()
	name, how, coming := o.Who, "", Coming{}
	if o.Verb == ComeIn {
		name, how, coming = readDoor(o.Who)
	}
	coming.At = at
	later := func(id data.PersonID) bool { return in[id] == (o.Verb != GoOut) }
	p, others := m.who(name, later)
	switch {
	case p.ID == "" && o.Verb == ComeIn:
		r := ready("Add “"+name+"” "+asWords(cmp.Or(coming.As, data.Visitor))+atWords(at), "nobody on the list is called so", func() (string, error) { return m.AddGuest(o.Who, at) })
		r.Icon, r.Tone = parts.IconPlus, parts.Quiet
		return r
	case p.ID == "":
		return missing("Nobody is called “" + o.Who + "”")
	case o.Verb == Apologise:
		return ready("Apologies from "+p.Name(), cmp.Or(orMore(others), o.By), func() (string, error) { return m.Apologise(p.ID, o.By) })
	case o.Verb == GoOut && !in[p.ID]:
		return missing(p.Name() + " is not in the room")
	case o.Verb == GoOut:
		return ready(p.Name()+" out"+atWords(at), orMore(others), func() (string, error) { return m.GoOut(string(p.ID), at) })
	case in[p.ID] && how == "":
		return missing(p.Name() + " is in already")
	}
	return m.readArrival(p, others, how, coming)
}

// readArrival says how somebody would come in.
func (m *Model) readArrival(p data.Person, others int, how string, coming Coming) Reading {
	if since, late := m.tooLate(p, coming); late && coming.As == "" {
		r := missing(p.Name() + " came too late to vote: doors closed at " + since.String())
		r.More, r.Do = "Enter notes it; , observer  lets them in", func() (string, error) { return m.ComeAs(p.ID, coming) }
		return r
	}
	text := p.Name() + " in" + atWords(coming.At)
	if how != "" {
		text += ", " + how
	}
	r := ready(text, "can vote", func() (string, error) { return m.ComeAs(p.ID, coming) })
	if capacity, why := m.comesAs(p, coming); capacity != data.Voter {
		r.More, r.Tone, r.Icon = cmp.Or(why, string(capacity)), parts.Amber, parts.IconInfo
	}
	if others > 0 {
		r.More += ", " + orMore(others)
	}
	return r
}

func (m *Model) readName(o Order) Reading {
	unnamed := m.Unnamed()
	if len(unnamed) == 0 {
		return missing("Everybody in the register has a name")
	}
	in := m.present()
	p, others := m.who(o.Who, func(id data.PersonID) bool { return in[id] })
	which := data.EventID(unnamed[0].ID)
	if p.ID == "" {
		return ready("It was “"+o.Who+"”, a guest", "nobody on the list is called so", func() (string, error) { return m.IdentifyGuest(which, o.Who) })
	}
	return ready("It was "+p.Name(), orMore(others), func() (string, error) { return m.Identify(which, p.ID) })
}

func (m *Model) readOff(o Order) Reading {
	for _, a := range m.held.register.Attendance() {
		if p := m.names[a.Person]; a.Person != "" && m.namedBy(o.Who, p) {
			return ready(p.Name()+" off the register", "Ctrl+U brings them back", func() (string, error) { return m.TakeOff(string(a.Person)) })
		}
	}
	return missing("Nobody in the register is called “" + o.Who + "”")
}

// namedBy says whether letters can mean somebody.
func (m *Model) namedBy(letters string, p data.Person) bool {
	for _, found := range m.door.find(letters, 50, nil) {
		if found.ID == p.ID {
			return true
		}
	}
	return false
}

func (m *Model) readMoment(o Order) Reading {
	v := m.InTheRoomAt(o.At)
	return Reading{Tone: parts.Plain, Icon: parts.IconClock, Text: v.Words, More: v.Quorum}
}

func (m *Model) readHeads(o Order) Reading {
	return ready(data.NumberOf(o.Unnamed, "person", "people")+" present, names not taken", "", func() (string, error) { return m.CountOnly(o.Unnamed) })
}

func (m *Model) readNames(Order) Reading {
	if _, counted := m.Counted(); !counted {
		return missing("Names are taken already")
	}
	return ready("Names are taken again", "the bare count is put away", m.NamesTaken)
}

func (m *Model) readVenue(o Order) Reading {
	return ready("The meeting moves to "+o.Text, "", func() (string, error) { return m.MoveVenue(o.Text) })
}
