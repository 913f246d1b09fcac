package data

// The groups of rules in settings.
const (
	noticeGroup   = "Notice and deadlines"
	quorumGroup   = "Quorum"
	votingGroup   = "Who can vote, and what carries"
	electionGroup = "Officers and delegates"
)

func ruleForms() []ruleForm {
	var all []ruleForm
	for _, group := range [][]ruleForm{noticeForms(), quorumForms(), votingForms(), electionForms()} {
		all = append(all, group...)
	}
	return all
}

func noticeForms() []ruleForm {
	notice := func(r *Rules) *InForce { return &r.Notice.InForce }
	return []ruleForm{
		{
			key: "notice", group: noticeGroup, name: "Notice of an ordinary meeting", hint: "7 days", head: notice,
			show: func(r Rules) string { return r.Notice.words(r.Notice.Days) },
			read: func(r *Rules, s string) bool { return readDays(s, &r.Notice.Days) },
		},
		{
			key: "notice.agm", group: noticeGroup, name: "Notice of an annual general meeting", hint: "7 days", head: notice,
			show: func(r Rules) string { return r.Notice.words(r.Notice.needed(AGM)) },
			read: func(r *Rules, s string) bool { return readDays(s, &r.Notice.AGMDays) },
		},
		{
			key: "notice.counting", group: noticeGroup, name: "Days of notice are counted as", head: notice, silent: true,
			choices: []string{calendarDays, clearDays},
			show: func(r Rules) string {
				if r.Notice.ClearDays {
					return clearDays
				}
				return calendarDays
			},
			read: func(r *Rules, s string) bool { return readChoice(s, calendarDays, clearDays, &r.Notice.ClearDays) },
		},
		{
			key: "motions", group: noticeGroup, name: "Motions in before a meeting", hint: "14 days",
			head: func(r *Rules) *InForce { return &r.Motions.InForce },
			show: func(r Rules) string { return NumberOf(r.Motions.Days, "day", "days") + " before" },
			read: func(r *Rules, s string) bool { return readDays(s, &r.Motions.Days) },
		},
		{
			key: "minutes.agm", group: noticeGroup, name: "Minutes of an annual general meeting are approved", silent: true,
			choices: []string{atNextMeeting, atNextAGM},
			head:    func(r *Rules) *InForce { return &r.AGMMinutes.InForce },
			show: func(r Rules) string {
				if r.AGMMinutes.AtNextAGM {
					return atNextAGM
				}
				return atNextMeeting
			},
			read: func(r *Rules, s string) bool {
				return readChoice(s, atNextMeeting, atNextAGM, &r.AGMMinutes.AtNextAGM)
			},
		},
		{
			key: "length", group: noticeGroup, name: "Length of a meeting", hint: "2 hours, or no limit",
			head: func(r *Rules) *InForce { return &r.LengthFrom },
			show: func(r Rules) string { return minutesWords(r.Length) },
			read: func(r *Rules, s string) bool { return readMinutes(s, &r.Length) },
		},
	}
}

func quorumForms() []ruleForm {
	head := func(r *Rules) *InForce { return &r.Quorum.InForce }
	return []ruleForm{
		{
			key: "quorum", group: quorumGroup, name: "Quorum of a meeting", head: head,
			hint: "5% of eligible members, 5% of all members, or 10 voters",
			show: func(r Rules) string { return r.Quorum.words() },
			read: func(r *Rules, s string) bool { return r.Quorum.read(s) },
		},
		{
			key: "quorum.wait", group: quorumGroup, name: "Wait for a quorum", hint: "30 minutes, or no limit", head: head,
			show: func(r Rules) string { return minutesWords(r.Quorum.Wait) },
			read: func(r *Rules, s string) bool { return readMinutes(s, &r.Quorum.Wait) },
		},
	}
}

func votingForms() []ruleForm {
	eligibility := func(r *Rules) *InForce { return &r.Eligibility.InForce }
	majority := func(r *Rules) *InForce { return &r.Majority.InForce }
	threshold := func(key, name string, of func(*Rules) *Threshold) ruleForm {
		return ruleForm{
			key: key, group: votingGroup, name: name, head: majority, choices: choices(thresholds()), silent: true,
			show: func(r Rules) string { return string(*of(&r)) },
			read: func(r *Rules, s string) bool { return readOneOf(s, thresholds(), of(r)) },
		}
	}
	return []ruleForm{
		{
			key: "eligibility", group: votingGroup, name: "Membership before voting", hint: "8 weeks, 56 days, or none", head: eligibility,
			show: func(r Rules) string { return r.Eligibility.words() },
			read: func(r *Rules, s string) bool {
				return s == none && set(&r.Eligibility.Days, 0) || readDays(s, &r.Eligibility.Days)
			},
		},
		{
			key: "eligibility.arrears", group: votingGroup, name: "In arrears", head: eligibility,
			choices: []string{noVoteWords, canVoteWords},
			show: func(r Rules) string {
				if r.Eligibility.ArrearsVote {
					return canVoteWords
				}
				return noVoteWords
			},
			read: func(r *Rules, s string) bool {
				return readChoice(s, noVoteWords, canVoteWords, &r.Eligibility.ArrearsVote)
			},
		},
		threshold("majority", "A motion is carried by", func(r *Rules) *Threshold { return &r.Majority.Needs }),
		{
			key: "majority.casting", group: votingGroup, name: "Casting vote of the chair", head: majority,
			choices: choices(castingRules()),
			show:    func(r Rules) string { return string(r.Majority.Casting) },
			read:    func(r *Rules, s string) bool { return readOneOf(s, castingRules(), &r.Majority.Casting) },
		},
		threshold("majority.extension", "To go on past the time", func(r *Rules) *Threshold { return &r.Majority.Extension }),
		threshold("majority.challenge", "Against a ruling of the chair", func(r *Rules) *Threshold { return &r.Majority.Challenge }),
		{
			key: "majority.askers", group: votingGroup, name: "To ask for a secret ballot", hint: "3 members", head: majority, silent: true,
			show: func(r Rules) string { return NumberOf(r.Majority.BallotAskedBy(), "member", "members") },
			read: func(r *Rules, s string) bool { return readAskers(s, &r.Majority) },
		},
		{
			key: "majority.supporters", group: votingGroup, name: "To support such a challenge", hint: "4 members", head: majority, silent: true,
			show: func(r Rules) string { return NumberOf(r.Majority.ChallengeSupporters(), "member", "members") },
			read: func(r *Rules, s string) bool { return readSupporters(s, &r.Majority) },
		},
	}
}

func electionForms() []ruleForm {
	seats := func(r *Rules) *InForce { return &r.Seats.InForce }
	balance := func(key, name string, of func(*Rules) *Balance) ruleForm {
		return ruleForm{
			key: key, group: electionGroup, name: name, hint: "at least 2, at least half, or none",
			head: func(r *Rules) *InForce { return &of(r).InForce },
			show: func(r Rules) string { return of(&r).words() },
			read: func(r *Rules, s string) bool { return of(r).read(s) },
		}
	}
	return []ruleForm{
		balance("officers", "Women among the officers", func(r *Rules) *Balance { return &r.Officers }),
		{
			key: "seats", group: electionGroup, name: "General Committee seats", head: seats,
			hint: "1 per 15, or part; 1 per 15, at least 2, at most 10; 15 seats; or " + bandsHint,
			show: func(r Rules) string { return r.Seats.words() },
			read: func(r *Rules, s string) bool { return r.Seats.read(s) },
		},
		{
			key: "seats.extra", group: electionGroup, name: "Extra seats", head: seats,
			hint: "1 woman if 100 or more; 1 under 27 if 30 or more; or none",
			show: func(r Rules) string { return r.Seats.extraWords() },
			read: func(r *Rules, s string) bool { return r.Seats.readExtra(s) },
		},
		{
			key: "seats.reserved", group: electionGroup, name: "Seats that are not open", head: seats,
			hint: "1 secretary, 1 youth, 2 women; or none",
			show: func(r Rules) string { return r.Seats.reservedWords() },
			read: func(r *Rules, s string) bool { return r.Seats.readReserved(s) },
		},
		{
			key: "seats.counted", group: electionGroup, name: "Members are counted on", head: seats,
			hint: "31 December 2025, or " + latestList,
			show: func(r Rules) string {
				if r.Seats.CountedOn.IsZero() {
					return latestList
				}
				return r.Seats.CountedOn.String()
			},
			read: func(r *Rules, s string) bool { return readDay(s, &r.Seats.CountedOn) },
		},
		balance("delegation", "Women in the delegation", func(r *Rules) *Balance { return &r.Delegation }),
	}
}
