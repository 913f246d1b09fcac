package meetings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// PapersBefore makes the papers before a meeting, as Papers makes those after it.
type PapersBefore interface {
	Notice(meeting data.MeetingID, then func(data.Paper, error))
	Agenda(meeting data.MeetingID, then func(data.Paper, error))
	// SignIn makes the sheet for the door, with membership numbers or without.
	SignIn(meeting data.MeetingID, numbers bool, then func(data.Paper, error))
	// Mail makes the notice as a message with everyone in BCC, for a mail program to send.
	Mail(meeting data.MeetingID, then func(data.Paper, error))
	// Labels makes address labels for those without e-mail, on one of the sheets that LabelSheets names.
	Labels(meeting data.MeetingID, sheet string, then func(data.Paper, error))
	LabelSheets() []string
	// Calendar makes the meeting as an entry for a calendar.
	Calendar(meeting data.MeetingID, then func(data.Paper, error))
}

// paperCommands are the papers before a meeting.
func (p *Place) paperCommands() []place.Command {
	planning := func() bool { return p.m.Open != "" && p.m.Status != data.Closed }
	return []place.Command{
		{Menu: "Meeting", Name: "Papers before the meeting…", Key: place.Ctrl(fyne.KeyP), Enabled: planning, Run: p.startPapers},
		{Menu: "Meeting", Name: "Export the notice", Enabled: planning, Run: p.exportBefore(p.d.Papers.Notice)},
		{Menu: "Meeting", Name: "Export the agenda", Enabled: planning, Run: p.exportBefore(p.d.Papers.Agenda)},
		{Menu: "Meeting", Name: "Export the calendar entry", Enabled: planning, Run: p.exportBefore(p.d.Papers.Calendar)},
	}
}

// exportBefore writes one paper of the meeting that is open.
func (p *Place) exportBefore(write func(data.MeetingID, func(data.Paper, error))) func() {
	return func() {
		p.Leave()
		write(p.m.Open, p.exported)
	}
}

// startPapers opens the panel of the papers before the meeting, each with what it will hold.
func (p *Place) startPapers() {
	if p.m.Open == "" || p.m.Status == data.Closed {
		return
	}
	p.Leave()
	card, err := p.m.PapersBefore()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	var form *parts.PanelForm
	line := func(name, about string, write func(data.MeetingID, func(data.Paper, error)), more ...fyne.CanvasObject) (*parts.Button, fyne.CanvasObject) {
		b := parts.NewButton(name, func() {
			form.Shut()
			p.exportBefore(write)()
		}).WithIcon(parts.IconPrinter).Leading()
		says := append([]fyne.CanvasObject{parts.Secondary(about).Wrapped(0)}, more...)
		return b, parts.RowTop(12, parts.Fixed(b, 180), parts.Grow(parts.Column(4, says...), 1))
	}
	numbers := parts.NewCheck("with membership numbers", nil)
	numbers.SetChecked(true)
	sheets := p.d.Papers.LabelSheets()
	sheet := parts.NewChoice(sheets, "", func(int) {})
	sheet.Choose(0)
	notice, noticeLine := line("Notice", "For Word, as a PDF or as plain text. It names the branch's address alone.", p.d.Papers.Notice)
	_, agenda := line("Agenda", card.Agenda, p.d.Papers.Agenda)
	_, signIn := line("Sign-in sheet", card.SignIn, func(id data.MeetingID, then func(data.Paper, error)) {
		p.d.Papers.SignIn(id, numbers.Checked(), then)
	}, parts.Left(numbers))
	_, mail := line("E-mail", card.Mail+" Nothing is sent by Branchbook: your mail program opens the file as a draft.", p.d.Papers.Mail, warned(card.Warnings)...)
	toPost, labels := line("Labels", card.Labels, func(id data.MeetingID, then func(data.Paper, error)) {
		p.d.Papers.Labels(id, sheets[max(sheet.Chosen(), 0)], then)
	}, sheet, parts.Caption(card.Post).Wrapped(0))
	toPost.SetEnabled(card.HasPost)
	_, calendar := line("Calendar", "The meeting for members' calendars. A later file takes the place of this one.", p.d.Papers.Calendar)
	form = parts.NewPanelForm(parts.Column(12, noticeLine, agenda, signIn, mail, calendar, labels), parts.NewButton("Close", func() { form.Shut() }))
	form.Open(p.d.Shell, "Papers for "+p.m.Plan.Date.DayMonth(), notice)
}

// warned sets warnings as they are read aloud and in colour.
func warned(lines []string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, l := range lines {
		out = append(out, parts.Secondary(l).In(parts.Amber).Wrapped(0))
	}
	return out
}
