package settings

import (
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// A Model is the settings without a window.
type Model struct {
	Branch branchForm
	// Rules are the standing orders as they stand on On.
	Rules    []ruleRow
	On       data.Date
	Versions []version
	Editing  edit
	Safety   safety
	// Papers is the house style, and Logo the picture at the head of papers; its Name is "" where there is none.
	Papers paperForm
	Logo   keptFile
	// Template is the Word document that minutes are set into; its Name is "" where there is none.
	Template keptFile

	book   minuteBook
	look   Look
	copies Copies
	now    func() time.Time
	branch data.Branch
	all    []data.Rules
}

// NewModel returns the settings of a book, with the rules of today. Nothing is read before Load.
func NewModel(d Deps) *Model {
	return &Model{book: d.Book, look: d.Look, copies: d.Copies, now: d.Now, On: data.DateOf(d.Now())}
}

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Load reads the book again. A rule that is being changed stays open.
func (m *Model) Load() error {
	err := m.book.Read(func(r *book.Reading) error {
		branch, err := r.Branch()
		if err != nil {
			return err
		}
		m.branch, m.Branch = branch, formOf(branch)
		if err := m.loadPapers(r); err != nil {
			return err
		}
		m.all, err = r.AllRules.All()
		return err
	})
	if err != nil {
		return err
	}
	m.list()
	return nil
}
