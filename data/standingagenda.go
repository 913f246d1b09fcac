package data

// A StandingItem is one line of the agenda that a kind of meeting always has.
type StandingItem struct {
	Kind    ItemKind
	Heading string
	Minutes int
}

// StandingAgenda returns the usual business of a kind of meeting, in the usual order, as published agendas of
// branches have it. It is a beginning: the secretary reorders and adds.
func StandingAgenda(kind MeetingKind) []StandingItem {
	switch kind {
	case AGM:
		return agmAgenda()
	case Inaugural:
		return inauguralAgenda()
	case Executive:
		return executiveAgenda()
	case Nomination:
		return nominationAgenda()
	case Special:
		return []StandingItem{
			{ItemApologies, "Welcome and apologies", 5}, {ItemOther, "Why the meeting was called", 5},
			{ItemOther, "Business for which the meeting was called", 45}, {ItemMotions, "Motions on that business", 20},
		}
	case Joint:
		return jointAgenda()
	default:
		return []StandingItem{
			{ItemApologies, "Welcome and apologies", 5}, {ItemMinutes, "Minutes of the last meeting", 5},
			{ItemMatters, "Matters arising", 10}, {ItemCorrespondence, "Correspondence", 5},
			{ItemReport, "Reports of officers and delegates", 15}, {ItemReport, "Councillors' report", 10},
			{ItemMotions, "Motions", 25}, {ItemCampaigns, "Campaigns", 15},
			{ItemAOB, "Any other business", 10}, {ItemNext, "Date of next meeting", 2},
		}
	}
}

func agmAgenda() []StandingItem {
	return []StandingItem{
		{ItemApologies, "Welcome and apologies", 5}, {ItemMinutes, "Minutes of the last annual general meeting", 5},
		{ItemMatters, "Matters arising", 5}, {ItemReport, "Officers' reports", 15},
		{ItemReport, "Treasurer's report and accounts", 10}, {ItemOther, "Appointment of tellers", 2},
		{ItemElection, "Election of branch officers", 20}, {ItemElection, "Election of auditors", 2},
		{ItemElection, "Election of delegates to the General Committee", 20},
		{ItemElection, "Nominations to the constituency party", 10},
		{ItemMotions, "Motions and changes to standing orders", 15}, {ItemOther, "Programme for the year", 5},
		{ItemAOB, "Any other business", 5}, {ItemNext, "Date of next meeting", 1},
	}
}

// inauguralAgenda has no minutes and no matters arising: there was no meeting before.
func inauguralAgenda() []StandingItem {
	return []StandingItem{
		{ItemApologies, "Welcome and apologies", 5}, {ItemElection, "Election of a chair for the meeting", 5},
		{ItemOther, "Name and area of the branch", 5}, {ItemOther, "Adoption of rules and standing orders", 15},
		{ItemOther, "Appointment of tellers", 2}, {ItemElection, "Election of branch officers", 25},
		{ItemElection, "Election of auditors", 2}, {ItemElection, "Election of delegates to the General Committee", 20},
		{ItemElection, "Nominations to the constituency party", 10}, {ItemOther, "Bank account and who signs", 5},
		{ItemOther, "Programme and dates of meetings", 10}, {ItemAOB, "Any other business", 5}, {ItemNext, "Date of next meeting", 1},
	}
}

func executiveAgenda() []StandingItem {
	return []StandingItem{
		{ItemApologies, "Welcome and apologies", 5}, {ItemMinutes, "Minutes of the last meeting", 5},
		{ItemMatters, "Matters arising", 10}, {ItemCorrespondence, "Correspondence", 10},
		{ItemReport, "Officers' reports", 20}, {ItemCampaigns, "Campaigns", 15},
		{ItemOther, "Agenda of the next branch meeting", 10}, {ItemAOB, "Any other business", 10},
		{ItemNext, "Date of next meeting", 2},
	}
}

// nominationAgenda follows a nomination meeting from the door to the form: nobody comes in to vote once the statements
// have been read, and the discussion has at most 30 minutes, 3 for each speaker.
func nominationAgenda() []StandingItem {
	return []StandingItem{
		{ItemApologies, "Welcome, apologies and check at the door", 10}, {ItemOther, "List of those who can vote, as frozen", 2},
		{ItemOther, "Appointment of tellers", 2}, {ItemOther, "Statements of the nominees", 10},
		{ItemOther, "Doors closed to voters", 1}, {ItemOther, "Discussion", 30}, {ItemElection, "Ballot", 20},
		{ItemOther, "Declaration of the result", 5}, {ItemOther, "Form for the constituency party", 2},
	}
}

func jointAgenda() []StandingItem {
	return []StandingItem{
		{ItemApologies, "Welcome, introductions and apologies", 10}, {ItemElection, "Chair and minute-taker for the meeting", 5},
		{ItemOther, "Who votes, and for which branch", 5}, {ItemOther, "Business that the branches share", 30},
		{ItemReport, "Reports of the branches", 15}, {ItemMotions, "Motions", 20}, {ItemCampaigns, "Campaigns together", 15},
		{ItemAOB, "Any other business", 10}, {ItemNext, "Date of next meeting", 2},
	}
}

// isStanding says whether an item has a heading that a kind of meeting always has.
func isStanding(kind MeetingKind, item AgendaItem) bool {
	for _, s := range StandingAgenda(kind) {
		if s.Kind == item.Kind && s.Heading == item.Heading {
			return true
		}
	}
	return false
}

// standingHeading returns the heading that a kind of meeting has for a kind of item; "" for none.
func standingHeading(kind MeetingKind, of ItemKind) string {
	for _, s := range StandingAgenda(kind) {
		if s.Kind == of {
			return s.Heading
		}
	}
	return ""
}
