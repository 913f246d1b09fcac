package meetings

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// noticeCard is when the notice must go, whom it goes to, and what it says.
type noticeCard struct {
	Mark             parts.Mark
	Latest           string // "Thu 7 May 2026"
	Sum, Other, From string
	Reach            string // "188 members with an email, 26 without"
	Emails, Posted   string // "188", "26"
	Text             string // the whole of it, to be copied
	Sent             data.Date
	Verdict          string // of the day on which it went
}

func noticeOf(in data.CallingInput) noticeCard {
	last, f := in.Rules.Notice.Latest(in.Meeting)
	judged := in.Rules.Notice.Judge(in.Meeting)
	card := noticeCard{
		Latest: last.String(), Sum: f.Sum, From: f.Source, Sent: in.Meeting.NoticeSent, Verdict: judged.Verdict, Text: data.NewNotice(in).Text(),
	}
	if len(f.Other) > 0 {
		card.Other = f.Other[0].Verdict
	}
	if m := data.CountMembers(in.People, in.Meeting.Date); m.Members > 0 {
		card.Emails, card.Posted = fmt.Sprint(m.Members-m.NoEmail), fmt.Sprint(m.NoEmail)
		card.Reach = fmt.Sprintf("%s with an email, %d without", data.NumberOf(m.Members-m.NoEmail, "member", "members"), m.NoEmail)
	}
	card.Mark = noticeMark(in.Meeting, last, in.Today, judged)
	return card
}

// noticeMark says how urgent the notice is.
func noticeMark(m data.Meeting, last, today data.Date, judged data.Finding) parts.Mark {
	left := last.Sub(today)
	switch {
	case !m.NoticeSent.IsZero() && judged.Warning:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: "Sent, " + judged.Verdict}
	case !m.NoticeSent.IsZero():
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Sent"}
	case left < 0:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: data.NumberOf(-left, "day", "days") + " late"}
	case left == 0:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconClock, Text: "Due today"}
	}
	return parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: data.NumberOf(left, "day", "days") + " left"}
}

// commas joins what there is as a sentence does.
func commas(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, ", ")
}
