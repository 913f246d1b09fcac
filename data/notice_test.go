package data

import "testing"

func meetingOn(t *testing.T, date string) Meeting {
	return Meeting{Kind: Ordinary, Status: Planned, Date: day(t, date)}
}

func TestNoticeGoesOutSevenDaysBefore(t *testing.T) {
	last, f := DefaultRules().Notice.Latest(meetingOn(t, "14 May 2026"))
	want(t, "latest", last, day(t, "7 May 2026"))
	want(t, "verdict", f.Verdict, "due Thu 7 May 2026")
	want(t, "sum", f.Sum, "7 days before Thu 14 May 2026 = Thu 7 May 2026")
	want(t, "other way of counting", f.Other[0].Sentence(), "Wed 6 May 2026 if clear days are meant: 7 clear days before Thu 14 May 2026 = Wed 6 May 2026")
}

func TestClearDaysLeaveOutTheDayOfTheMeetingAndOfIssue(t *testing.T) {
	n := Notice{Days: 3, ClearDays: true}
	last, f := n.Latest(meetingOn(t, "14 May 2026"))
	want(t, "latest", last, day(t, "10 May 2026"))
	want(t, "other", f.Other[0].Verdict, "Mon 11 May 2026 if calendar days are meant")
}

func TestNoticeOfAnAnnualMeetingMayBeLonger(t *testing.T) {
	m := meetingOn(t, "11 June 2026")
	m.Kind = AGM
	n := Notice{Days: 7, AGMDays: 28}
	last, _ := n.Latest(m)
	want(t, "latest", last, day(t, "14 May 2026"))
	n.AGMDays = 0
	last, _ = n.Latest(m)
	want(t, "latest without a rule of its own", last, day(t, "4 June 2026"))
}

func TestNoticeInTimeAndShort(t *testing.T) {
	for _, c := range []struct {
		sent, verdict string
		warning       bool
	}{
		{"6 May 2026", "sent in time", false},
		{"7 May 2026", "sent in time", false},
		{"8 May 2026", "one day short", true},
		{"9 May 2026", "two days short", true},
		{"14 May 2026", "seven days short", true},
		{"15 May 2026", "dated after the meeting", true},
	} {
		m := meetingOn(t, "14 May 2026")
		m.NoticeSent = day(t, c.sent)
		f := DefaultRules().Notice.Judge(m)
		want(t, "sent "+c.sent, f.Verdict, c.verdict)
		want(t, "warning when sent "+c.sent, f.Warning, c.warning)
	}
}

func TestNoticeNotSentYetSaysWhenItIsDue(t *testing.T) {
	m := meetingOn(t, "14 May 2026")
	f := DefaultRules().Notice.Judge(m)
	want(t, "verdict", f.Verdict, "not sent yet: due Thu 7 May 2026")
	want(t, "warning", f.Warning, false)
	m.Status = InSession
	f = DefaultRules().Notice.Judge(m)
	want(t, "once begun", f.Verdict, "no notice is recorded: it was due Thu 7 May 2026")
	want(t, "warning once begun", f.Warning, true)
}

func TestMotionReceivedOnFirstMayIsOneDayLate(t *testing.T) {
	d := DefaultRules().Motions
	meeting := day(t, "14 May 2026")
	last, _ := d.Latest(meeting)
	want(t, "deadline", last, day(t, "30 April 2026"))
	f := d.Judge(day(t, "1 May 2026"), meeting)
	want(t, "verdict", f.Verdict, "one day late")
	want(t, "warning", f.Warning, true)
	want(t, "sum", f.Sum, "received Fri 1 May 2026; 14 days before Thu 14 May 2026 = Thu 30 Apr 2026")
	want(t, "offered for July", d.Judge(day(t, "1 May 2026"), day(t, "9 July 2026")).Verdict, "in time")
	want(t, "on the last day", d.Judge(last, meeting).Verdict, "in time")
	want(t, "a fortnight late", d.Judge(meeting, meeting).Verdict, "14 days late")
	want(t, "no day noted", d.Judge(Date{}, meeting).Verdict, "date received not known")
}

func TestNoticeWarningCanBeSwitchedOff(t *testing.T) {
	n := DefaultRules().Notice
	n.Off = true
	m := meetingOn(t, "14 May 2026")
	m.NoticeSent = day(t, "13 May 2026")
	want(t, "warning", n.Judge(m).Warning, false)
	want(t, "verdict", n.Judge(m).Verdict, "six days short")
}
