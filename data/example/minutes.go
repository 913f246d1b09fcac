package example

import (
	"fmt"

	"branchbook/data"
)

// debates are what a secretary writes of one; %s is the motion.
func debates() []string {
	return []string{
		"The mover of %s said that residents raise it on every doorstep. Two members asked what it would cost, and the treasurer answered.",
		"%s was moved briefly. There was a good discussion, mostly in favour, with some doubt whether the council would listen.",
		"Introducing %s, the mover described a visit with the ward councillors last month. Three members spoke for and one against.",
		"There were questions about %s from newer members, which the seconder answered from the council's own papers.",
		"The chair took speakers for and against %s in turn, and the mover replied to the debate.",
	}
}

// sayings are what is minuted under each kind of item; one of them is drawn.
func sayings(kind data.ItemKind) []string {
	switch kind {
	case data.ItemApologies:
		return []string{
			"The chair welcomed everybody, those here for the first time above all, and apologies were received as recorded.",
			"The chair opened the meeting and apologies were noted. The fire doors were pointed out.",
			"The chair welcomed members. Apologies were received, and we stood for a moment for an old comrade of Weaver Street.",
		}
	case data.ItemMatters:
		return []string{
			"The secretary reported that letters agreed last time had gone. The reply about the bins is still awaited.",
			"All that was undertaken last month has been done, but for the leaflet, which is with the printer.",
			"The hall has a new key holder. Nothing else arose that is not on the agenda.",
		}
	case data.ItemCorrespondence:
		return []string{
			"A letter from the regional office about training days was read out and put on the table.",
			"The secretary had an invitation to the CLP's summer social and two circulars. Received.",
			"A resident of Mill Lane wrote to thank the branch for its help with the crossing.",
			"What had come was read out and lay on the table.",
		}
	case data.ItemCampaigns:
		return []string{
			"Two sessions on the doorstep since the last meeting, 140 doors and 61 conversations, with housing and the buses mentioned most. The next is on Sunday at 11am from the hall.",
			"The stall outside the market took 48 signatures in the rain. Volunteers are wanted for the first Saturday of each month.",
			"Leaflets for Canalside are done but for Lock Road. Rounds for Millbrook were shared out.",
		}
	case data.ItemAOB:
		return []string{
			"The raffle raised £31 for the food bank.",
			"A member asked that tea be served before the meeting rather than after it. General approval.",
			"Thanks were given to those who put out the chairs.",
			"None.",
		}
	case data.ItemOther:
		return []string{
			"Taken as set out in the papers, which had gone out with the notice.",
			"Proposals were taken from the floor and settled without a vote.",
		}
	}
	return reports()
}

func reports() []string {
	return []string{
		"The membership officer reported new joiners in both wards, each of whom has had a call.",
		"Delegates reported from the General Committee, which heard its treasurer and had a long debate about the budget.",
		"The women's officer described the day school in the town hall, to which six of us went. The report was received with thanks.",
		"The secretary reported on the register of members, and the vice chair on the room for the summer social.",
		"Delegates reported that the General Committee had changed the date of its next meeting and had debated housing.",
	}
}

func councillorsReports() []string {
	return []string{
		"Councillors reported on the budget, on the library consultation and on works to the swing bridge, which will close Lock Road for nine days. Questions followed about damp.",
		"Our councillors spoke of casework, most of it repairs, and of the planning application for the old mill. It goes to committee next month.",
		"Cllr Adeyemi reported that the resurfacing of Tenter Close has a date at last. He was asked about the 41 bus.",
		"The written report had gone out with the notice. Members asked about bins, school places and the towpath.",
	}
}

func treasurersReports() []string {
	return []string{
		"The treasurer went through the accounts, which the auditors have seen. £1,204.60 was carried forward.",
		"The accounts had gone out with the notice. The treasurer thanked those who pay by standing order. £988.15 was carried forward.",
	}
}

// discuss writes what was said under an item, and what came of it.
func (n *night) discuss(item *data.AgendaItem) {
	switch item.Kind {
	case data.ItemMinutes:
		if n.corrects() {
			n.text(item, "The minutes had gone out with the notice. Two corrections were asked for and agreed.")
			n.decide(item, "the minutes, as amended, are a true record", "agreed")
		} else {
			n.text(item, "The minutes had gone out with the notice. There were no corrections.")
			n.decide(item, "the minutes are a true record", "agreed")
		}
		n.approve(item)
		return
	case data.ItemNext:
		n.text(item, fmt.Sprintf("%s, 7.30pm, at %s. %s", n.evening.next, venue, closingWords))
		return
	case data.ItemMatters:
		n.text(item, n.saying(remarks(*item)))
		if n.ratify != "" {
			n.decide(item, "ratify: "+n.ratify, "agreed")
			n.ratify = ""
		}
		return
	}
	n.text(item, n.saying(remarks(*item)))
	switch item.Kind {
	case data.ItemCorrespondence:
		n.correspondence(item)
		n.decide(item, "the correspondence", "received")
	case data.ItemReport:
		if n.speaker.last != "" {
			n.text(item, fmt.Sprintf("%s %s (%s) spoke about %s and answered questions.", n.speaker.first, n.speaker.last, n.speaker.organisation, n.speaker.subject))
			item.Speaker = speakerOf(n.speaker)
			n.speaker = caller{}
		}
		n.decide(item, "the report", "noted")
	case data.ItemCampaigns:
		n.canvass(item)
		n.campaignActions(item)
	}
}

// remarks are what may be minuted under the item.
func remarks(item data.AgendaItem) []string {
	switch item.Heading {
	case "Councillors' report":
		return councillorsReports()
	case "Treasurer's report and accounts":
		return treasurersReports()
	}
	return sayings(item.Kind)
}

// saying draws one that was not used this evening.
func (n *night) saying(all []string) string {
	at := n.rng.IntN(len(all))
	for i := range all {
		if s := all[(at+i)%len(all)]; !n.said[s] {
			n.said[s] = true
			return s
		}
	}
	return all[at]
}

// errands are what branches forever ask somebody to do.
func errands() []string {
	return words("write to the bus company,book the hall for the social,ask the council for the accident figures,phone the three members who have not been seen,print two hundred leaflets,find a speaker for the next meeting,mend the banner pole,put the dates on the notice board,thank the food bank")
}

// campaignActions shares out work. What the last two meetings gave out is what the pictures show as open.
func (n *night) campaignActions(item *data.AgendaItem) {
	if open := openActions(n.Date); len(open) > 0 {
		for _, a := range open {
			n.act(item, data.Action{Text: a.text, Owner: n.souls[a.owner].id, Due: a.due, Status: data.Open})
		}
		return
	}
	all := errands()
	for range 1 + n.rng.IntN(3) {
		who := n.present[n.rng.IntN(len(n.present))]
		n.act(item, data.Action{Text: n.saying(all), Owner: n.souls[who].id, Due: n.evening.next.AddDays(-n.rng.IntN(12))})
	}
}

type errand struct {
	text  string
	owner int
	due   data.Date
}

// openActions are the six that are open at the beginning of May 2026, two of them overdue.
func openActions(on data.Date) []errand {
	switch on {
	case day(2026, 3, 12):
		return []errand{
			{"get a second quote for the leaflet", cardenas, day(2026, 4, 24)},
			{"ask the schools for dates of their open days", niBhriain, day(2026, 5, 13)},
		}
	case day(2026, 4, 9):
		return []errand{
			{"return the hall key to the caretaker", carrick, day(2026, 4, 30)},
			{"chase the CLP secretary for replies to our motions", whitcombe, day(2026, 5, 14)},
			{"draft a petition on the 41 bus", keogh, day(2026, 5, 12)},
			{"find a date for a public meeting on the library", zOkafor, data.Date{}},
		}
	}
	return nil
}

// election minutes the filling of posts or seats at an annual general meeting.
func (n *night) election(item *data.AgendaItem) {
	papers := len(n.voters())
	switch item.Heading {
	case "Election of branch officers":
		n.text(item, "Posts were filled in the order of the standing orders, and the balance was reported after each.")
		for place, i := range n.officers(n.Date.Year()) {
			p := n.person(i)
			n.decide(item, fmt.Sprintf("%s is elected %s", p.Name(), lowerFirst(n.posts[place].Name)), "elected")
		}
		n.addAll(n.termsFrom(n.Date))
	case "Election of delegates to the General Committee":
		places, finding := n.rules.Seats.Seats(n.Members, n.Date)
		filled := len(n.delegates(n.Date.Year()))
		n.text(item, fmt.Sprintf("The branch is entitled to %d seats (%s). There were %d nominations for the %d open seats, and a ballot was held: %d papers were given out and all came back. No nominations came for the other %d, which stay vacant.",
			places, finding.Sum, filled+2, filled, papers, max(places-filled, 0)))
		n.addAll(n.seatsFrom(n.Date, papers))
	case "Election of auditors":
		n.text(item, "Two members who hold no post were willing to be auditors again, and were elected unopposed.")
	default:
		n.text(item, "The branch nominated its two candidates for the constituency party's executive. There was no contest.")
	}
	n.at = n.at.Add(max(item.Minutes*3/4, 1))
}

func (n *night) addAll(records []any) { n.records = append(n.records, records...) }

func lowerFirst(s string) string { return string(s[0]|0x20) + s[1:] }
