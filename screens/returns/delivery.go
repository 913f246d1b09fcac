package returns

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// What a passphrase on a spreadsheet is worth, as the field for it says.
const passphraseWorth = "Excel and LibreOffice ask for it. It keeps out the curious, not the determined. Tell it by telephone, not in the message that brings the file. Branchbook does not keep it."

// howWords say how the file goes: "It asks for a passphrase. It fills northgate.xlsx: 12 of 14 headings filled."
func (m *Model) howWords(t *data.Template) string {
	words := "The file asks for no passphrase."
	if m.passphrase != "" {
		words = "The file asks for the passphrase that you typed."
	}
	if t == nil {
		return words
	}
	return words + " It fills " + t.File + ": " + t.Words() + "."
}

// layoutOf is how the spreadsheet that is shown is laid out for its recipient.
func (m *Model) layoutOf(r *book.Reading) (data.Layout, error) {
	return r.Layouts.For(m.Paper(), m.to[m.Paper()])
}

// Switch puts a column into the return for this recipient, or takes it out, and remembers that.
func (m *Model) Switch(key string, on bool) error {
	title := key
	for _, c := range m.Preview.doc.Offered {
		if c.Key == key {
			title = c.Title
		}
	}
	what := "put the column " + title + " into the " + m.name()
	if !on {
		what = "take the column " + title + " out of the " + m.name()
	}
	offered := m.Preview.doc.Offered
	err := m.book.Change(what, func(tx *book.Tx) error {
		l, err := m.layoutOf(tx.Reading)
		if err != nil {
			return err
		}
		if l.Columns == nil {
			l.Columns = keysOf(offered, func(c data.ReturnColumn) bool { return c.Default })
		}
		l.Columns = slices.DeleteFunc(slices.Clone(l.Columns), func(k string) bool { return k == key })
		if on {
			l.Columns = append(l.Columns, key)
		}
		l.Columns = keysOf(offered, contains(l.Columns))
		return tx.PutLayout(l)
	})
	if err != nil {
		return err
	}
	if m.looked == nil {
		m.looked = map[string]bool{}
	}
	m.looked[key] = true // a box that was just unticked does not vanish under the caret
	return m.Refresh()
}

// name is what the spreadsheet that is shown is called in a sentence, with its recipient where that is another.
func (m *Model) name() string {
	name := "spreadsheet"
	if k, known := data.TableKindOf(m.Paper()); known {
		name = lowerFirst(k.Title)
	}
	if to := m.to[m.Paper()]; to != "" {
		name += " for " + to
	}
	return name
}

// Recipients are those who were remembered for this spreadsheet, beside the constituency secretary, and who gets it now;
// "" is the constituency secretary.
func (m *Model) Recipients() (known []string, now string, err error) {
	err = m.book.Read(func(r *book.Reading) (err error) {
		known, err = r.Layouts.Recipients(m.Paper())
		return err
	})
	return known, m.to[m.Paper()], err
}

// Deliver says who gets the spreadsheet, "" for the constituency secretary, and what passphrase its file asks for, "" for
// none. A recipient is remembered, a passphrase is not.
func (m *Model) Deliver(to, passphrase string) error {
	to = strings.Join(strings.Fields(to), " ")
	kind := m.Paper()
	if to != "" {
		var known bool
		err := m.book.Read(func(r *book.Reading) error {
			l, err := r.Layouts.For(kind, to)
			known = l.ID != ""
			return err
		})
		if err == nil && !known {
			err = m.book.Change(fmt.Sprintf("remember %s as a recipient", to), func(tx *book.Tx) error {
				return tx.PutLayout(data.Layout{Kind: kind, To: to})
			})
		}
		if err != nil {
			return err
		}
	}
	m.to[kind], m.passphrase = to, passphrase
	return m.Refresh()
}

// A Matching is a template with what stands under each of its headings.
type Matching struct {
	Template data.Template
	Columns  []data.ReturnColumn // that can stand there
}

// Template returns the template that this recipient supplied, and false where there is none.
func (m *Model) Template() (Matching, bool) {
	if m.Preview.template == nil {
		return Matching{}, false
	}
	return Matching{*m.Preview.template, data.TemplateColumns(m.Preview.doc.Offered)}, true
}

// ReadTemplate finds the headings of a workbook and matches them. It is a *data.Problem when there are none.
func (m *Model) ReadTemplate(name string, content []byte, sheets []data.TemplateSheet) (Matching, error) {
	columns := data.TemplateColumns(m.Preview.doc.Offered)
	t, err := data.MatchTemplate(name, content, sheets, columns)
	return Matching{t, columns}, err
}

// Choices are the columns that can stand under a heading, after "Left blank", and which of them does.
func (x Matching) Choices(heading int) (titles []string, at int) {
	titles = []string{"Left blank"}
	for i, c := range x.Columns {
		titles = append(titles, c.Title)
		if c.Key == x.Template.Keys[heading] {
			at = i + 1
		}
	}
	return titles, at
}

// Match puts the chosen of Choices under a heading.
func (x Matching) Match(heading, choice int) Matching {
	key := ""
	if choice > 0 && choice <= len(x.Columns) {
		key = x.Columns[choice-1].Key
	}
	x.Template = x.Template.Match(heading, key)
	return x
}

// UseTemplate remembers the template for this recipient: exports fill it from now on.
func (m *Model) UseTemplate(x Matching) error {
	return m.putTemplate("fill "+x.Template.File+" for the "+m.name(), &x.Template)
}

// DropTemplate lays the spreadsheet out as Branchbook does again.
func (m *Model) DropTemplate() error {
	return m.putTemplate("take the template away from the "+m.name(), nil)
}

func (m *Model) putTemplate(what string, t *data.Template) error {
	err := m.book.Change(what, func(tx *book.Tx) error {
		l, err := m.layoutOf(tx.Reading)
		if err != nil {
			return err
		}
		l.Template = t
		return tx.PutLayout(l)
	})
	if err != nil {
		return err
	}
	return m.Refresh()
}
