package settings

import (
	"bytes"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"branchbook/data"
	"branchbook/screens/parts"
)

// papersView is how papers look. What is typed is kept by the button, and on leaving; the logo at once.
type papersView struct {
	model             *Model
	deps              Deps
	name              *parts.Field
	names, public     *parts.Segments
	coming            *parts.Check
	fallen, fallenToo *parts.Check
	sample, publicly  *parts.Text
	logoWords         *parts.Text
	templateWords     *parts.Text
	keepIt, noLogo    *parts.Button
	noTemplate        *parts.Button
	picture           *fyne.Container
	style, logo, make fyne.CanvasObject
	template          fyne.CanvasObject
	shown             paperForm // as last copied from the model
	drawn             []byte
}

func newPapersView(m *Model, d Deps) *papersView {
	v := &papersView{model: m, deps: d, name: parts.NewField(""), sample: parts.Body("").Wrapped(0), publicly: parts.Body("").Wrapped(0), logoWords: parts.Secondary("").Wrapped(0), picture: parts.Layers()}
	v.picture.Hide()
	changed := v.showSample
	v.name.OnChanged = func(string) { changed() }
	v.name.OnSubmitted = func(string) { v.keep() }
	v.names = parts.NewSegments(namesInMinutes, func(int) { changed() })
	var public []string
	for _, p := range data.AllPublicNames() {
		public = append(public, p.String())
	}
	v.public = parts.NewSegments(public, func(int) { changed() })
	check := func(label string) *parts.Check { return parts.NewCheck(label, func(bool) { changed() }) }
	v.coming, v.fallen = check("Say when people came late or left early"), check("Print motions that found no seconder in full")
	v.fallenToo = check("Print amendments that found no seconder")
	v.keepIt = parts.NewButton("Keep", v.keep).Primary().Tall().WithKey("Enter")
	v.style = parts.HeadedCard("Papers", nil, parts.Column(14,
		parts.NewFormRow("Name of the branch on papers", v.name).WithHint("empty for its own name"),
		parts.NewFormRow("Names in minutes", v.names), v.coming, v.fallen, v.fallenToo,
		parts.NewFormRow("Public minutes name", v.public).WithHint("Meetings, Public minutes"),
		parts.Sunken(parts.Column(4, parts.Label("So minutes will read"), v.sample, parts.Label("And public minutes"), v.publicly)),
		parts.Row(14, v.keepIt, parts.Grow(parts.Caption("Approved minutes keep the words they were approved in.").Wrapped(0), 1))))
	v.noLogo = parts.NewButton("No logo", v.dropLogo).Small()
	choose := parts.NewButton("Choose a logo…", func() { d.Papers.ChooseLogo(v.choseLogo) }).Small()
	v.logo = parts.HeadedCard("Logo", nil, parts.Column(10, v.picture, v.logoWords, parts.Row(10, choose, v.noLogo),
		parts.Caption("A PNG or JPEG, at most 512 KB and 2000 pixels a side. It is kept in the book and stands at the head of minutes, motions, letters and reports.").Wrapped(0)))
	v.templateWords, v.noTemplate = parts.Secondary("").Wrapped(0), parts.NewButton("No template", v.dropTemplate).Small()
	v.template = parts.HeadedCard("Word template for minutes", nil, parts.Column(10, v.templateWords,
		parts.Row(10, parts.NewButton("Choose a template…", func() { d.Papers.ChooseWordTemplate(v.choseTemplate) }).Small(), v.noTemplate),
		parts.Caption(TemplateHelp()).Wrapped(0)))
	v.make = parts.HeadedCard("For whoever takes over", nil, parts.Column(10,
		parts.Body("What is open, who holds what, what comes next, the rules in force and where the copies are. Private notes are never in it.").Wrapped(0),
		parts.Left(parts.NewButton("Handover summary…", v.handover).WithIcon(parts.IconDownload).WithKey("Alt+H"))))
	return v
}

func (v *papersView) arrange(width float32) fyne.CanvasObject {
	if width < 760 {
		return parts.NewScroll(parts.Column(14, v.style, v.logo, v.template, v.make))
	}
	return parts.NewScroll(parts.Column(0, parts.RowTop(14, parts.Grow(v.style, 3), parts.Grow(parts.Column(14, v.logo, v.template, v.make), 2))))
}

// show copies the style, unless something was typed meanwhile, and the logo.
func (v *papersView) show() {
	v.showFiles()
	if v.typed() != v.shown && v.shown != (paperForm{}) {
		return
	}
	f := v.model.Papers
	v.name.Put(f.Name)
	v.names.Choose(f.Names)
	for i, p := range data.AllPublicNames() {
		if p == f.Public {
			v.public.Choose(i)
		}
	}
	v.coming.SetChecked(f.ComingAndGoing)
	v.fallen.SetChecked(f.Fallen)
	v.fallenToo.SetChecked(f.FallenAmendments)
	v.shown = v.typed()
	v.showSample()
}

// showSample shows what minutes will say with what is typed.
func (v *papersView) showSample() {
	typed := v.typed()
	v.sample.SetText(v.model.Sample(typed))
	v.publicly.SetText(v.model.PublicSample(typed))
}

// showFiles draws the logo, about as large as it prints, and names the template.
func (v *papersView) showFiles() {
	l := v.model.Logo
	v.noLogo.SetEnabled(l.Name != "")
	words := "Papers have no logo."
	if l.Name != "" {
		words = l.Name + ", " + l.Size
	}
	v.logoWords.SetText(words)
	template := v.model.Template
	v.noTemplate.SetEnabled(template.Name != "")
	words = "Minutes have no template."
	if template.Name != "" {
		words = template.Name + ", " + template.Size
	}
	v.templateWords.SetText(words)
	if bytes.Equal(v.drawn, l.Content) {
		return
	}
	v.drawn = l.Content
	v.picture.Objects = nil
	v.picture.Hidden = len(l.Content) == 0
	if len(l.Content) > 0 {
		picture := canvas.NewImageFromReader(bytes.NewReader(l.Content), l.Name)
		picture.FillMode = canvas.ImageFillContain
		v.picture.Objects = []fyne.CanvasObject{parts.Left(parts.Fixed(parts.AtLeast(parts.Layers(picture), 0, 75), 147))}
	}
	parts.Settle(v.picture)
	v.picture.Refresh()
}

func (v *papersView) typed() paperForm {
	return paperForm{
		Name: v.name.Text, Names: max(v.names.Chosen(), 0), Public: data.AllPublicNames()[max(v.public.Chosen(), 0)],
		ComingAndGoing: v.coming.Checked(), Fallen: v.fallen.Checked(), FallenAmendments: v.fallenToo.Checked(),
	}
}

// keep stores what was typed, if it is other than what is in the book.
func (v *papersView) keep() {
	typed := v.typed()
	if typed == v.shown {
		return
	}
	said, err := v.model.KeepPapers(typed)
	if err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.shown = paperForm{}
	v.show()
	if said != "" {
		v.deps.Shell.Notify(said)
	}
}

func (v *papersView) choseLogo(name string, content []byte, err error) {
	if err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.said(v.model.KeepLogo(name, content))
}

func (v *papersView) choseTemplate(name string, content []byte, says string, err error) {
	if err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.said(v.model.KeepTemplate(name, content, says))
}

func (v *papersView) dropTemplate() { v.said(v.model.DropTemplate()) }

func (v *papersView) dropLogo() { v.said(v.model.DropLogo()) }

func (v *papersView) said(line string, err error) {
	if err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.showFiles()
	v.deps.Shell.Notify(line)
}

func (v *papersView) handover() {
	v.deps.Papers.Handover(func(paper data.Paper, err error) {
		if err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.deps.Shell.Notify(paper.File + " is written. It is entered in the sharing log.")
	})
}

func (v *papersView) first() fyne.Focusable { return v.name }
