package example

import (
	"fmt"
	"strings"
	"time"

	"branchbook/data"
)

// A proposal is a motion of the script, with what the meeting made of it.
type proposal struct {
	on              data.Date // of the meeting
	theme           theme
	mover, seconder int
	votes           [3]int // for, against, abstained; none for a result without a count
	outcome         data.Outcome
	declared        data.Declared
	note            string
}

// nobody is the place of a seconder where there is none.
const nobody = -1

// total is how many voters the script needs in the room; 0 for any.
func (p proposal) total() int { return p.votes[0] + p.votes[1] + p.votes[2] }

// A theme is what a motion is about. {place} stands for a street or a building.
type theme struct{ title, notes, resolves string }

// scripted are the motions since January 2025: fourteen with those to come, as the pictures have them.
func scripted() []proposal {
	const carried, lost, remitted = data.Carried, data.Lost, data.Remitted
	return []proposal{
		{day(2025, 1, 9), theme{"School meals in the holidays", "that the kitchen in Tenter Close feeds more than forty children a day in the holidays on donations alone", "to ask our councillors to press for a grant, and to collect for it at the next meeting"}, mensah, zOkafor, [3]int{}, carried, data.Agreed, ""},
		{day(2025, 2, 13), theme{"Parking around the match", "that residents of Brook Terrace cannot park at home on match days", "to ask the city council to consult residents about permits"}, yildiz, carrick, [3]int{9, 3, 2}, carried, "", ""},
		{day(2025, 4, 10), theme{"Branch meetings at weekends", "that shift workers can seldom come on a Thursday", "to hold one meeting in each quarter on a Saturday morning, for a trial of one year"}, eOkafor, llewellyn, [3]int{5, 9, 1}, lost, "", ""},
		{day(2025, 5, 8), theme{"Solidarity with the health visitors", "that two of five posts for health visitors in Northgate are empty", "to write to the trust, and to invite the union to our next meeting"}, benkhelifa, niBhriain, [3]int{}, carried, data.NemCon, ""},
		{day(2025, 7, 10), theme{"A bench on Wharf Row", "that older members cannot walk from Wharf Row to the shops without a rest", "to ask the ward councillors to pay for a bench from their ward fund"}, prosser, ashworth, [3]int{14, 0, 0}, carried, "", ""},
		{day(2025, 10, 9), theme{"Canal towpath lighting", "that the towpath between Lock Road and the swing bridge has had no working lamps since the spring", "to ask the city council and the navigation trust to agree who mends them, and to mend them before the clocks go back"}, cardenas, yildiz, [3]int{15, 2, 1}, carried, "", ""},
		{day(2025, 11, 13), theme{"Fair contracts for carers", "that home carers in Northgate are still sent out on contracts that promise them no hours", "to ask the CLP to press for contracts with guaranteed hours and paid travelling time"}, chandrasekar, mbeki, [3]int{17, 0, 0}, carried, "", ""},
		{day(2025, 12, 11), theme{"Name of the new primary school", "that the new primary school in Canalside is to be named by the end of the school year", "to propose that it be named after the mill girls of 1911"}, carrick, eOkafor, [3]int{8, 5, 2}, remitted, "", "the executive"},
		{day(2025, 12, 11), theme{"Fund for hardship travel", "that several members stay away because they cannot afford the bus", "to set aside £60 a year from branch funds, to be paid by the treasurer on request and in confidence"}, mbeki, prosser, [3]int{11, 0, 4}, carried, "", ""},
		{day(2026, 3, 12), theme{"Standing orders: hybrid meetings", "that some members cannot come out in the evening", "that every ordinary meeting be open to members who join it by video"}, sorensen, cardenas, [3]int{6, 9, 2}, lost, "", ""},
		{day(2026, 4, 9), theme{"Keep the 41 bus on Sundays", "that the company has given notice to end the 41 on Sundays from July", "to ask the CLP to make representations to the combined authority, and to gather signatures at the stops"}, keogh, adeyemi, [3]int{14, 1, 3}, carried, "", ""},
		{day(2026, 4, 9), theme{"Repairs backlog in council homes", "that reports of damp and mould wait five weeks for a first visit", "to ask the CLP to press for every damp and mould report to be answered within 14 days"}, zOkafor, mbeki, [3]int{16, 0, 2}, carried, "", ""},
	}
}

// coming are the two motions received for the planned meeting.
func coming() []proposal {
	return []proposal{
		{planned, theme{"Saturday opening at Canalside Library", "that the city council is consulting until 12 June on closing Canalside Library on Saturdays, and that Saturday is the day on which most of those who work can use it", "to ask the council to keep the library open on Saturdays from 10am to 1pm, with the friends' group at the desk for a trial of six months, and to send this motion to the CLP and to our councillors"}, wisniewski, nobody, [3]int{}, data.Undecided, "", ""},
		{planned, theme{"Safer crossings on Mill Lane", "that there were four accidents on Mill Lane in the past year, two of them outside the school, and that the nearest crossing with lights is at the foot of the hill", "to ask the city council for a crossing with lights at Fuller's Row before the new school year, and for a limit of 20 miles an hour between the school and the bridge"}, tokarczuk, nobody, [3]int{}, data.Undecided, "", ""},
	}
}

// themes are what branches move year after year. Round and round they go, in another place each time.
func themes() []theme {
	return []theme{
		{"School meals in the holidays", "that the kitchen at {place} feeds more than forty children a day in the holidays on donations alone", "to ask our councillors to press for a grant, and to collect for it at the next meeting"},
		{"Parking at {place}", "that residents of {place} cannot park at home on match days", "to ask the city council to consult residents about permits"},
		{"Support for the picket at the depot", "that drivers have been out for three weeks over rotas", "to send greetings and £25 to the strike fund"},
		{"A bench at {place}", "that older members cannot walk from {place} to the shops without a rest", "to ask the ward councillors to pay for a bench from their ward fund"},
		{"Fly tipping behind {place}", "that rubbish has been left behind {place} since the depot changed its hours", "to ask that the tip open on Sundays again"},
		{"Trees for {place}", "that {place} lost its limes to the works of last winter", "to ask for twelve new trees, and to offer volunteers to water them"},
		{"Branch meetings at weekends", "that shift workers can seldom come on a Thursday", "to hold one meeting in each quarter on a Saturday morning, for a trial of one year"},
		{"Rents and the new licensing scheme", "that half the rented homes around {place} have no licence", "to ask the council to extend licensing to the whole of both wards"},
		{"Solidarity with the health visitors", "that two of five posts for health visitors in Northgate are empty", "to write to the trust, and to invite the union to our next meeting"},
		{"Street surgery at {place}", "that few people come to surgeries in the town hall", "to ask our councillors to hold a surgery at {place} once a month"},
		{"Affiliation to the tenants' federation", "that the federation has helped residents of {place} against eviction", "to affiliate for one year at £20"},
		{"Accessible polling places", "that the polling place at {place} has steps and no ramp", "to ask the returning officer for another before the next election"},
		{"Banner repairs", "that the branch banner has been torn since the march", "to spend up to £80 on its repair"},
	}
}

// motionsOf are the motions for a meeting: those of the script, or one or two of the themes.
func (m *maker) motionsOf(on data.Date) []proposal {
	var found []proposal
	for _, p := range scripted() {
		if p.on == on && m.size == Default.sane() {
			found = append(found, p)
		}
	}
	if len(found) > 0 || m.size == Default.sane() && on.Year() >= 2025 || m.rng.IntN(10) < 3 {
		return found
	}
	for range 1 + m.rng.IntN(10)/7 {
		mover, seconder := m.twoVoters(on)
		place := streets([]string{millbrook, canalside}[m.rng.IntN(2)])
		where := strings.NewReplacer("{place}", place[m.rng.IntN(len(place))])
		t := m.themes[m.theme%len(m.themes)]
		m.theme++
		p := proposal{on: on, theme: theme{where.Replace(t.title), where.Replace(t.notes), where.Replace(t.resolves)}, mover: mover, seconder: seconder}
		p.outcome = data.Carried
		switch m.rng.IntN(12) {
		case 0, 1:
			p.outcome = data.Lost
		case 2:
			p.outcome, p.note = data.Remitted, "the executive"
		case 3:
			p.outcome, p.seconder = data.FellNoSeconder, nobody
		case 4:
			p.declared = data.Agreed
		case 5:
			p.declared = data.NemCon
		}
		found = append(found, p)
	}
	return found
}

// twoVoters are a mover and a seconder: of the cast when they could vote then, else any two elders.
func (m *maker) twoVoters(on data.Date) (int, int) {
	var able []int
	for _, i := range m.rng.Perm(firstNew) {
		if m.canVote(i, on) && m.canVote(i, on.AddDays(-100)) {
			able = append(able, i)
		}
	}
	if len(able) < 6 {
		able = m.elders(on.Year()*12+int(on.Month()), on.AddDays(-100), on.AddDays(60), make([]bool, 2))
	}
	return able[0], able[1]
}

// take is a motion being moved, debated and decided.
func (n *night) take(item *data.AgendaItem, p proposal) {
	mo := n.motion(p)
	mo.Meeting, mo.Item, mo.At, mo.Status, mo.Outcome, mo.OutcomeNote = n.Meeting.ID, item.ID, n.at, data.DisposedOf, p.outcome, p.note
	if p.outcome == data.FellNoSeconder {
		n.text(item, "Nobody seconded "+mo.Ref+", which fell.")
		n.block(item, data.Block{Kind: data.BlockMotion, Record: data.ID(mo.ID), At: n.at})
		n.add(mo)
		n.at = n.at.Add(3)
		return
	}
	n.text(item, fmt.Sprintf(debates()[n.rng.IntN(len(debates()))], mo.Ref))
	n.block(item, data.Block{Kind: data.BlockMotion, Record: data.ID(mo.ID), At: n.at})
	n.at = n.at.Add(9 + n.rng.IntN(3))
	v := n.vote(item, mo, p)
	mo.Vote = v.ID
	n.add(mo)
	n.add(v)
	n.forward(mo)
	n.block(item, data.Block{Kind: data.BlockVote, Record: data.ID(v.ID), At: n.at})
	n.at = n.at.Add(1)
}

// motion writes the text out as it was handed in.
func (n *night) motion(p proposal) data.Motion {
	text := fmt.Sprintf("This branch notes %s.\n\nThis branch resolves %s.", p.theme.notes, p.theme.resolves)
	mo := data.Motion{
		ID: data.MotionID(n.ids.New()), Ref: n.ref("M", n.Date), Title: p.theme.title, Submitted: text, Text: text,
		Mover: n.souls[p.mover].id, Received: n.Date.AddDays(-14 - n.rng.IntN(8)),
	}
	if p.seconder != nobody {
		mo.Seconder = n.souls[p.seconder].id
	}
	return mo
}

// vote counts the hands in the room, as the script has them or as they fall.
func (n *night) vote(item *data.AgendaItem, mo data.Motion, p proposal) data.Vote {
	entitled := n.voters()
	v := data.Vote{
		ID: data.VoteID(n.ids.New()), Meeting: n.Meeting.ID, Item: item.ID, Motion: mo.ID, Question: "that " + mo.Ref + " be carried",
		Method: data.Hands, Needs: data.SimpleMajority, Declared: p.declared, Voters: len(entitled), Entitled: entitled, At: n.at,
	}
	if p.outcome == data.Remitted {
		v.Question = "that " + mo.Ref + " be remitted to " + p.note
	}
	switch {
	case p.declared != data.Counted:
	case p.total() > 0:
		v.For, v.Against, v.Abstained = p.votes[0], p.votes[1], p.votes[2]
	default:
		v.Abstained = n.rng.IntN(4)
		cast := v.Voters - v.Abstained
		fewer := n.rng.IntN((cast + 1) / 2)
		v.For, v.Against = cast-fewer, fewer
		if p.outcome == data.Lost {
			v.For, v.Against = v.Against, v.For
		}
	}
	v.Outcome, v.Finding = n.rules.Majority.Decide(v)
	v.Check = data.CheckCount(v)
	return v
}

// plan is the meeting that is still to come, with the two motions that are in for it.
func (n *night) plan() {
	n.Status = data.Planned
	n.Chair, n.MinuteTaker = n.souls[dunne].id, n.souls[whitcombe].id
	for place, s := range []data.StandingItem{
		{Kind: data.ItemApologies, Heading: "Welcome and apologies", Minutes: 5},
		{Kind: data.ItemMinutes, Heading: "Minutes of 9 April", Minutes: 5},
		{Kind: data.ItemMatters, Heading: "Matters arising", Minutes: 10},
		{Kind: data.ItemReport, Heading: "Councillors' report", Minutes: 10},
		{Kind: data.ItemMotions, Heading: "Motions", Minutes: 25},
		{Kind: data.ItemReport, Heading: "Delegates' report", Minutes: 10},
		{Kind: data.ItemCampaigns, Heading: "Campaigns", Minutes: 15},
		{Kind: data.ItemReport, Heading: "Treasurer's report", Minutes: 10},
		{Kind: data.ItemAOB, Heading: "Any other business", Minutes: 10},
		{Kind: data.ItemNext, Heading: "Date of next meeting", Minutes: 2},
	} {
		n.item(place+1, s.Kind, s.Heading, s.Minutes)
	}
	received := []data.Date{day(2026, time.April, 22), day(2026, time.April, 29)}
	item := &n.items[4]
	for i, p := range coming() {
		mo := n.motion(p)
		mo.Meeting, mo.Item, mo.Status, mo.Received = n.Meeting.ID, item.ID, data.OnAgenda, received[i]
		n.add(mo)
	}
	n.unreported()
}
