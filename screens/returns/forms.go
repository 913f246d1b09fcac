package returns

import (
	"cmp"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// deliveryCommands are how a spreadsheet goes: to whom, with what passphrase, in whose form; and the log of those that went.
func (p *Place) deliveryCommands() []place.Command {
	table := func() bool { return p.model.Paper() != "" && p.model.Preview.Verb != "" }
	chosen := func() bool { return p.model.Kind() == SharingLog && p.view.log.Selected() != "" }
	return []place.Command{
		{Menu: "Record", Name: "Recipient and passphrase…", Key: place.Alt(fyne.KeyR), Enabled: table, Run: p.startDelivery},
		{Menu: "Record", Name: "Template of the recipient…", Key: place.Alt(fyne.KeyT), Enabled: table, Run: p.startTemplate},
		{Menu: "Record", Name: "Copy the hash", Key: place.Alt(fyne.KeyH), Enabled: chosen, Run: p.copyHash},
	}
}

// startDelivery opens the panel that says who gets the file and what passphrase it asks for.
func (p *Place) startDelivery() {
	known, now, err := p.model.Recipients()
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	var f *parts.PanelForm
	to := parts.NewField("The CLP secretary").Named("To, empty for the CLP secretary")
	to.Put(now)
	rows := []fyne.CanvasObject{parts.NewFormRow("To", to).WithHint("empty for the CLP secretary")}
	if len(known) > 0 {
		earlier := parts.NewChoice(append([]string{"The CLP secretary"}, known...), "Choose", func(i int) {
			name := ""
			if i > 0 {
				name = known[i-1]
			}
			to.Put(name)
		})
		rows = append(rows, parts.NewFormRow("Or one from before", earlier))
	}
	secret := parts.NewPasswordField("None")
	rows = append(rows, parts.NewFormRow("Passphrase for this file", secret).WithHint("optional; Alt+S shows it"), parts.Caption(passphraseWorth).Wrapped(0))
	use := parts.NewButton("Use these", func() {
		if err := p.model.Deliver(to.Text, secret.Text); err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.view.show()
		p.deps.Shell.Notify(p.model.Preview.Under + " " + p.model.Preview.How)
	}).Primary()
	f = parts.NewPanelForm(parts.Column(10, rows...), parts.NewButton("Cancel", func() { f.Shut() }), use)
	f.Open(p.deps.Shell, "Who gets it, and how", to)
}

// startTemplate shows the template that the recipient supplied, or asks for one.
func (p *Place) startTemplate() {
	if x, has := p.model.Template(); has {
		p.showTemplate(x)
		return
	}
	p.chooseTemplate()
}

func (p *Place) chooseTemplate() {
	p.deps.Papers.ChooseTemplate(func(name string, content []byte, sheets []data.TemplateSheet, err error) {
		var x Matching
		if err == nil {
			x, err = p.model.ReadTemplate(name, content, sheets)
		}
		if err != nil {
			p.deps.Shell.Problem(err)
			return
		}
		p.showTemplate(x)
	})
}

// showTemplate opens the panel in which headings are matched with columns.
func (p *Place) showTemplate(x Matching) {
	var f *parts.PanelForm
	says := parts.Secondary("").Wrapped(0)
	var choices []*parts.Choice
	show := func() {
		says.SetText(x.Template.File + ", sheet " + x.Template.Sheet + ": " + x.Template.Words() + ". The recipient's own file is filled below these headings.")
		for i, c := range choices {
			_, at := x.Choices(i)
			c.Choose(at)
		}
	}
	rows := []fyne.CanvasObject{says}
	for i, heading := range x.Template.Headings {
		titles, _ := x.Choices(i)
		c := parts.NewChoice(titles, "Left blank", func(choice int) {
			x = x.Match(i, choice)
			show()
		})
		choices = append(choices, c)
		if heading != "" {
			rows = append(rows, parts.Row(10, parts.Grow(parts.Body(heading).Wrapped(2), 1), parts.NewIcon(parts.IconArrowRight, parts.Quiet, 16), parts.Grow(c, 1)))
		}
	}
	show()
	finish := func(do func() error) func() {
		return func() {
			if err := do(); err != nil {
				f.Fail(err)
				return
			}
			f.Shut()
			p.view.show()
			p.deps.Shell.Notify(p.model.Preview.How)
		}
	}
	use := parts.NewButton("Fill this file", finish(func() error { return p.model.UseTemplate(x) })).Primary()
	other := parts.NewButton("Another file", func() { f.Shut(); p.chooseTemplate() })
	drop := parts.NewButton("Without it", finish(p.model.DropTemplate))
	f = parts.NewPanelForm(parts.Column(8, rows...), drop, other, use)
	f.Open(p.deps.Shell, cmp.Or(x.Template.File, "The template"), choices[0])
}

// copyHash puts the hash of the file that is selected in the log on the clipboard.
func (p *Place) copyHash() {
	if row, ok := p.model.LogRow(p.view.log.Selected()); ok {
		p.clipboard().SetContent(row.Hash)
		p.deps.Shell.Notify("The hash of the file (SHA-256) is on the clipboard.")
	}
}
