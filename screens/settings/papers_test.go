package settings

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// papers is the program's side of the papers: it hands out a file, and counts what was written.
type papers struct {
	name     string
	content  []byte
	err      error
	handover int
}

func (p *papers) ChooseLogo(then func(string, []byte, error)) { then(p.name, p.content, p.err) }

func (p *papers) ChooseWordTemplate(then func(string, []byte, string, error)) {
	then("minutes.docx", p.content, "{{weather}} stays empty: minutes have no such field.", p.err)
}

func (p *papers) Handover(then func(data.Paper, error)) {
	p.handover++
	then(data.Paper{File: "handover-2026-05-04.docx"}, p.err)
}

func dot(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, png.Encode(&out, image.NewRGBA(image.Rect(0, 0, 30, 20))))
	return out.Bytes()
}

func (d *desk) branchNow() (b data.Branch) {
	d.t.Helper()
	must(d.t, d.book.Read(func(r *book.Reading) (err error) {
		b, err = r.Branch()
		return err
	}))
	return b
}

func TestTheHouseStyleIsKeptAndUndone(t *testing.T) {
	d := newDesk(t)
	f := d.Papers
	f.Name, f.Names, f.Fallen, f.Public = " Millbrook Labour ", initialsOnly, false, data.EveryoneNamed
	said, err := d.KeepPapers(f)
	must(t, err)
	want(t, said, "The style of papers is kept. Approved minutes stay as they are.")
	b := d.branchNow()
	want(t, b.Style, data.HouseStyle{Name: "Millbrook Labour", Public: data.EveryoneNamed, Minutes: data.MinutesStyle{Initials: true, NoFallenText: true}})
	want(t, b.PaperName(), "Millbrook Labour")
	want(t, b.Name, "Millbrook & Canalside")
	said, err = d.KeepPapers(d.Papers)
	must(t, err)
	want(t, said, "")
	_, err = d.book.Undo()
	must(t, err)
	want(t, d.branchNow().Style, data.HouseStyle{})
}

func TestAStyleIsReadBackAsItWasTyped(t *testing.T) {
	for _, f := range []paperForm{
		{Names: numbersOnly, Public: data.InitialsNamed, Fallen: true}, {Names: initialsOnly, ComingAndGoing: true, FallenAmendments: true}, {Name: "X", Fallen: true, FallenAmendments: true},
	} {
		want(t, paperFormOf(f.style()), f)
	}
}

func TestALogoIsKeptInTheBookAndTakenAway(t *testing.T) {
	d := newDesk(t)
	said, err := d.KeepLogo("rose.png", dot(t))
	must(t, err)
	want(t, said, "rose.png is at the head of papers from now on.")
	want(t, d.Logo.Name+", "+d.Logo.Size, "rose.png, 1 KB")
	_, err = d.DropLogo()
	must(t, err)
	want(t, d.Logo.Name, "")
}

func TestTheSampleFollowsWhatIsTyped(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(papersTab)
	w.Canvas().Focus(p.FirstFocus())
	want(t, p.view.papers.sample.Text(), "Millbrook & Canalside. Present (3): Margaret Dunne (chair), Ben Carrick, Zoë Okafor. Moved Zoë Okafor, seconded Ben Carrick.")
	typed(w, "Mill Lane")
	w.Canvas().Focus(p.view.papers.names)
	key(w, fyne.KeyRight)
	want(t, p.view.papers.sample.Text(), "Mill Lane. Present (3): M. Dunne (chair), B. Carrick, Z. Okafor. Moved Z. Okafor, seconded B. Carrick.")
	want(t, p.view.papers.publicly.Text(), "Present (3): Margaret Dunne (chair) and 2 others (not named).")
	want(t, d.branchNow().Style, data.HouseStyle{})
	p.Leave()
	want(t, d.branchNow().Style, data.HouseStyle{Name: "Mill Lane", Minutes: data.MinutesStyle{Initials: true}})
	want(t, len(d.shell.Problems), 0)
}

func TestTheLogoIsChosenAndTheHandoverWritten(t *testing.T) {
	d := newDesk(t)
	d.papers = &papers{name: "rose.png", content: dot(t)}
	p, _ := window(t, d, parts.Light, 100)
	p.to(papersTab)
	d.deps().Papers.ChooseLogo(p.view.papers.choseLogo)
	want(t, p.view.papers.logoWords.Text(), "rose.png, 1 KB")
	want(t, len(p.view.papers.picture.Objects), 1)
	test.Tap(p.view.papers.noLogo)
	want(t, p.view.papers.logoWords.Text(), "Papers have no logo.")
	p.view.papers.handover()
	want(t, d.papers.handover, 1)
	want(t, d.shell.Said[len(d.shell.Said)-1], "handover-2026-05-04.docx is written. It is entered in the sharing log.")
	d.papers.err = data.NewProblem("This file is no picture.", nil)
	d.deps().Papers.ChooseLogo(p.view.papers.choseLogo)
	want(t, len(d.shell.Problems), 1)
}

func TestATemplateIsKeptAndWhatItAsksInVainIsSaid(t *testing.T) {
	d := newDesk(t)
	d.papers.content = []byte("a Word document")
	p, _ := window(t, d, parts.Light, 100)
	p.to(papersTab)
	d.papers.ChooseWordTemplate(p.view.papers.choseTemplate)
	want(t, d.shell.Said[len(d.shell.Said)-1], "Minutes as Word documents are set into minutes.docx from now on. {{weather}} stays empty: minutes have no such field.")
	want(t, p.view.papers.templateWords.Text(), "minutes.docx, 1 KB")
	test.Tap(p.view.papers.noTemplate)
	want(t, p.view.papers.templateWords.Text(), "Minutes have no template.")
	want(t, len(d.shell.Problems), 0)
}
