package settings

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// namesInMinutes are the ways in which minutes can name people, as they are offered.
var namesInMinutes = []string{"Full names", "Initials", "Numbers only"}

// The ways, by their place in namesInMinutes.
const (
	fullNames = iota
	initialsOnly
	numbersOnly
)

// A paperForm is the house style as it is typed.
type paperForm struct {
	Name           string
	Names          int // of namesInMinutes
	Public         data.PublicNames
	ComingAndGoing bool
	// Fallen and FallenAmendments print what found no seconder.
	Fallen, FallenAmendments bool
}

func paperFormOf(s data.HouseStyle) paperForm {
	f := paperForm{
		Name: s.Name, Public: s.Public, ComingAndGoing: s.Minutes.ComingAndGoing,
		Fallen: !s.Minutes.NoFallenText, FallenAmendments: !s.Minutes.NoFallenAmendments,
	}
	switch {
	case s.Minutes.CountOnly:
		f.Names = numbersOnly
	case s.Minutes.Initials:
		f.Names = initialsOnly
	}
	return f
}

func (f paperForm) style() data.HouseStyle {
	return data.HouseStyle{Name: strings.TrimSpace(f.Name), Public: f.Public, Minutes: data.MinutesStyle{
		CountOnly: f.Names == numbersOnly, Initials: f.Names == initialsOnly, ComingAndGoing: f.ComingAndGoing,
		NoFallenText: !f.Fallen, NoFallenAmendments: !f.FallenAmendments,
	}}
}

// Sample is what minutes would say with what is typed.
func (m *Model) Sample(f paperForm) string {
	b := m.branch
	b.Style = f.style()
	return b.PaperName() + ". " + b.Style.Sample()
}

// PublicSample is what public minutes would say with what is typed.
func (m *Model) PublicSample(f paperForm) string {
	return f.style().PublicSample()
}

// KeepPapers stores the house style that was typed, and says in a line what was done; "" when nothing is other than it was.
func (m *Model) KeepPapers(f paperForm) (said string, err error) {
	if f.style() == m.branch.Style {
		return "", nil
	}
	err = m.book.Change("change the style of papers", func(tx *book.Tx) error {
		b := m.branch
		b.Style = f.style()
		return tx.PutBranch(b)
	})
	if err != nil {
		return "", err
	}
	return "The style of papers is kept. Approved minutes stay as they are.", m.Load()
}

// A keptFile is a file of the branch's own that papers are made with.
type keptFile struct {
	Name    string
	Size    string // "41 KB"
	Content []byte
}

func keptFileOf(f data.File) keptFile {
	return keptFile{Name: f.Name, Size: fmt.Sprintf("%d KB", (len(f.Content)+1023)/1024), Content: f.Content}
}

// KeepLogo keeps a picture, which was looked at already, at the head of papers.
func (m *Model) KeepLogo(name string, content []byte) (string, error) {
	err := m.book.Change("set the logo of papers", func(tx *book.Tx) error {
		return tx.KeepFile(data.File{Use: data.LogoFile, Name: name, Content: content, Says: "Logo of " + m.branch.PaperName()})
	})
	if err != nil {
		return "", err
	}
	return name + " is at the head of papers from now on.", m.Load()
}

// DropLogo takes the logo away from papers that are made from now on.
func (m *Model) DropLogo() (string, error) {
	err := m.book.Change("take the logo off papers", func(tx *book.Tx) error { return tx.DropFile(data.LogoFile) })
	if err != nil {
		return "", err
	}
	return "Papers have no logo from now on.", m.Load()
}

// KeepTemplate keeps a Word document, which was looked at already, that minutes are set into. says names the fields in it that
// stay empty.
func (m *Model) KeepTemplate(name string, content []byte, says string) (string, error) {
	err := m.book.Change("set the template of minutes", func(tx *book.Tx) error {
		return tx.KeepFile(data.File{Use: data.TemplateFile, Name: name, Content: content})
	})
	if err != nil {
		return "", err
	}
	return strings.TrimSpace("Minutes as Word documents are set into " + name + " from now on. " + says), m.Load()
}

// DropTemplate has minutes set in the house's own way again.
func (m *Model) DropTemplate() (string, error) {
	err := m.book.Change("take the template of minutes away", func(tx *book.Tx) error { return tx.DropFile(data.TemplateFile) })
	if err != nil {
		return "", err
	}
	return "Minutes have no template from now on.", m.Load()
}

// TemplateHelp says how a template is made.
func TemplateHelp() string {
	return "A Word document with {{body}} on a line of its own, where the minutes are to stand, and around it, as you like, {{" +
		strings.Join(data.MinutesFields(), "}}, {{") + "}}. Minutes, public minutes and extracts are set into it; PDF files are not."
}

// loadPapers reads the house style and the logo.
func (m *Model) loadPapers(r *book.Reading) error {
	m.Papers = paperFormOf(m.branch.Style)
	logo, has, err := r.Files.For(data.LogoFile)
	m.Logo, m.Template = keptFile{}, keptFile{}
	if err != nil {
		return err
	}
	if has {
		m.Logo = keptFileOf(logo)
	}
	template, has, err := r.Files.For(data.TemplateFile)
	if has {
		m.Template = keptFileOf(template)
	}
	return err
}
