package meetings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// noticeView is the column about the notice to members.
type noticeView struct {
	p                *Place
	view             *fyne.Container
	mark             *parts.Chip
	latest           *parts.Text
	sum, other, from *parts.Text
	emails, posted   *parts.Text
	reach            *fyne.Container
	text, verdict    *parts.Text
	sent             *entry
	sentOn           *parts.DateField
	marked           *parts.Button
}

func newNoticeView(p *Place) *noticeView {
	v := &noticeView{
		p: p, mark: parts.NewChip(parts.Amber, "", ""), latest: parts.NewText(parts.RoleFigure, ""),
		sum: parts.Secondary("").Wrapped(0), other: parts.Caption("").Wrapped(0), from: parts.Caption("").Wrapped(0),
		emails: parts.Bold(""), posted: parts.Bold(""), text: parts.Secondary("").Wrapped(0), verdict: parts.Caption("").Wrapped(0),
		sentOn: parts.NewDateField(data.DateOf(p.d.Now())),
	}
	row := parts.NewFormRow("Sent on", v.sentOn)
	v.sent = tie(&entry{
		field: &v.sentOn.Field, stored: func() string { return p.m.Plan.Notice.Sent.String() },
		store: func(string) error {
			on, err := v.sentOn.Date()
			if err == nil {
				err = p.m.MarkNoticeSent(on)
			}
			return err
		},
		failed: row.SetError, saved: func() { p.try(nil, "The day of the notice is recorded. Nothing is sent by Branchbook.") },
	})
	v.marked = parts.NewButton("Mark as sent today", v.markSent).WithIcon(parts.IconCheck)
	v.reach = parts.Column(4,
		parts.Row(10, parts.NewIcon(parts.IconMail, parts.Blue, 16), parts.AtLeast(v.emails, 36, 0), parts.Grow(parts.Secondary("emails, for BCC only").Wrapped(2), 1)),
		parts.Row(10, parts.NewIcon(parts.IconPrinter, parts.Blue, 16), parts.AtLeast(v.posted, 36, 0), parts.Grow(parts.Secondary("to post, no email").Wrapped(2), 1)))
	body := parts.Column(8,
		parts.Label("Latest day to send"), v.latest, v.sum, v.other, v.from, parts.Rule(),
		v.reach, row, v.verdict,
		v.marked, parts.Rule(),
		parts.Column(0, parts.Label("What it says"), parts.Caption("no phone or home address in it").Wrapped(2)),
		parts.Row(8, parts.NewButton("Copy", v.copy).WithIcon(parts.IconCopy).Small(),
			parts.NewButton("Papers…", p.startPapers).WithIcon(parts.IconPrinter).Small()),
		parts.Sunken(v.text))
	v.view = parts.HeadedCard("Notice", v.mark, parts.Column(0, parts.NewScroller(parts.Pad(body, 3))))
	return v
}

func (v *noticeView) show(n noticeCard) {
	v.mark.Set(n.Mark)
	v.latest.SetText(n.Latest)
	v.sum.SetText(n.Sum)
	v.other.SetText(n.Other)
	v.from.SetText(n.From)
	v.emails.SetText(n.Emails)
	v.posted.SetText(n.Posted)
	v.reach.Hidden = n.Reach == ""
	v.text.SetText(n.Text)
	v.verdict.SetText(n.Verdict)
	v.sent.show()
	v.marked.SetEnabled(n.Sent.IsZero())
}

func (v *noticeView) copy() {
	v.p.Leave()
	v.p.d.Clipboard.SetContent(v.p.m.Plan.Notice.Text)
	v.p.d.Shell.Notify("The notice is copied. Paste it into your message.")
}

func (v *noticeView) markSent() {
	v.p.try(v.p.m.MarkNoticeSent(v.p.m.today()), "The notice is marked as sent today. Nothing is sent by Branchbook.")
}
