// Package page is the house style for what people read: minutes, notices, agendas, motion papers. A Document is a list
// of blocks that say what each part is, not how it looks; WriteWord turns it into a Word file and WritePDF into pages to
// print or send, from the same blocks, so that the two can never say different things.
//
// The Word file is made of real styles, headings, lists and tables with repeated header rows, so that it can be edited,
// navigated and read aloud. It holds no macros and no links to anything outside itself. The PDF has a title, a language and an
// outline, but is not tagged, since fpdf 0.12 writes no structure tree: for a screen reader the Word file is the one to send.
package page

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrBlock is below the error for a block that cannot be set: a heading of no known level, a table whose rows do not
// match its columns, a block inside an item that only a document may hold.
var ErrBlock = errors.New("page: bad block")

// A Document is one paper, ready to be written.
type Document struct {
	Title   string    // "Minutes of the ordinary meeting, Thu 9 April 2026": in the header and the file's properties
	Unit    string    // the branch, in the header
	Subject string    // for the file's properties; may be empty
	Author  string    // for the file's properties; may be empty
	Created time.Time // when it was made; the zero time leaves it out
	Lang    string    // BCP 47 tag of most of the text; en-GB when empty

	// Mark is printed in the header and the footer of every page: "DRAFT subject to approval". Empty for no mark.
	Mark string
	// Foot is small text at the left of the footer, such as the version or the seal of approved minutes.
	Foot string
	// Cut says that the pages are cut up: they have neither header nor footer, which would mark the slip that one falls on.
	Cut bool

	Blocks []Block
}

// A Block is one of the parts below: Masthead, Heading, Paragraph, Labelled, Item, Motion, Bullets, Table, Chart,
// Signature, Slip, PageBreak.
type Block interface{ block() }

// A Run is text in one manner. Line breaks in it are kept.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Struck bool   // crossed out by a correction
	Added  bool   // put in by a correction: underlined
	Lang   string // BCP 47 tag where it differs from the document's, such as cy-GB; may be empty
}

// Plain is a single run of ordinary text.
func Plain(text string) []Run { return []Run{{Text: text}} }

// A Masthead opens a document: who met, what this is, when and where, and a stamp at the right.
type Masthead struct {
	Unit  string   // "Millbrook & Canalside Branch"
	Title string   // "Minutes of the ordinary meeting, Thursday 9 April 2026, 7.30pm"
	Lines []string // venue, chair, minute-taker
	Stamp Stamp
	Logo  Picture // at the left; the zero Picture for none
}

// A Stamp is a boxed word and a line below it: DRAFT, subject to approval. The zero Stamp is none.
type Stamp struct{ Word, Below string }

// A Heading stands over what follows; its level is 1, 2 or 3.
type Heading struct {
	Level int
	Text  string
}

// A Paragraph is ordinary text.
type Paragraph struct {
	Runs  []Run
	Small bool // set in small type, as what is said about a paper
}

// Labelled is a paragraph that begins with a bold label: "Present (15):" and the names.
type Labelled struct {
	Label string
	Runs  []Run
}

// An Item is one item of the agenda with what was minuted under it. Its body may hold any block but a Masthead, an Item
// and a PageBreak.
type Item struct {
	Number string // as the meeting counts: "4", "4.1"; may be empty
	Title  string
	Depth  int // how many items it is under: each sets it further in; 0 for one of its own
	Body   []Block
}

// further is how far an item is set in, in steps of the house.
func (i Item) further() int { return max(0, min(i.Depth, 6)) }

// A Motion is set apart from the text around it.
type Motion struct {
	Ref, Title string
	Text       []string // its paragraphs; may be empty where only the decision is minuted
	Movers     string   // "Moved Zoë Okafor, seconded Grace Mbeki"
	Amendments []string // one line each: what, who, how it went
	Result     string   // "carried nem con": printed in bold capitals
	Count      string   // what follows the result as it stands: "by 14 votes to 1", ", 16 votes, 2 abstentions"
}

// decided returns the result and its count as one line. A count that begins with a comma follows without a space.
func (m Motion) decided() string {
	result, count := strings.ToUpper(oneLine(m.Result)), oneLine(m.Count)
	if result == "" || strings.HasPrefix(count, ",") {
		return strings.TrimPrefix(result+count, ", ")
	}
	return joined(" ", result, count)
}

// Bullets is a list in no order.
type Bullets struct{ Items [][]Run }

// A Table has a header row that is repeated on each page.
type Table struct {
	Caption string // said above the table; may be empty
	Columns []Column
	Rows    [][]string
}

// A Column of a table.
type Column struct {
	Title string
	Share int  // of the table's breadth, in proportion to the other columns; at least 1
	Right bool // figures
}

// bound says whether a row stays on one page with the next: a table of few rows is never cut, and neither the first row of a
// longer one nor its last stands alone under a header.
func (t Table) bound(row int) bool {
	const few = 4
	last := len(t.Rows) - 1
	return row < last && (last < few || row == 0 || row == last-1)
}

// apart says whether a column needs room at its left: words that follow figures would else touch them.
func (t Table) apart(column int) bool {
	return column > 0 && !t.Columns[column].Right && t.Columns[column-1].Right
}

// leads says whether a block stays on one page with the beginning of the next one: a sentence with the table that it speaks
// of, and whatever is signed with its signature.
func leads(b, next Block) bool {
	switch next.(type) {
	case Signature:
		return true
	case Table, Chart:
		_, said := b.(Paragraph)
		return said
	}
	return false
}

// A Signature is a dotted line to sign on, with the role of who signs, and one for the date.
type Signature struct{ Role string }

// A PageBreak begins a new page.
type PageBreak struct{}

func (Masthead) block()  {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Labelled) block()  {}
func (Item) block()      {}
func (Motion) block()    {}
func (Bullets) block()   {}
func (Table) block()     {}
func (Signature) block() {}
func (PageBreak) block() {}

// check returns why the blocks cannot be set, if so.
func check(blocks []Block, inItem bool) error {
	for i, b := range blocks {
		if err := checkBlock(b, inItem); err != nil {
			return fmt.Errorf("page: block %d: %w", i+1, err)
		}
	}
	return nil
}

func checkBlock(b Block, inItem bool) error {
	switch b := b.(type) {
	case Heading:
		if b.Level < 1 || b.Level > 3 {
			return fmt.Errorf("a heading of level %d: %w", b.Level, ErrBlock)
		}
	case Table:
		return b.check()
	case Chart:
		return b.check()
	case Masthead, PageBreak, Slip:
		if inItem {
			return fmt.Errorf("a %T inside an item: %w", b, ErrBlock)
		}
	case Item:
		if inItem {
			return fmt.Errorf("an item inside an item: %w", ErrBlock)
		}
		return check(b.Body, true)
	case Paragraph, Labelled, Motion, Bullets, Signature:
	default:
		return fmt.Errorf("a block of type %T: %w", b, ErrBlock)
	}
	return nil
}

func (t Table) check() error {
	if len(t.Columns) == 0 {
		return fmt.Errorf("a table without columns: %w", ErrBlock)
	}
	for i, c := range t.Columns {
		if c.Share < 1 {
			return fmt.Errorf("column %d has no share of the table's breadth: %w", i+1, ErrBlock)
		}
	}
	for i, r := range t.Rows {
		if len(r) != len(t.Columns) {
			return fmt.Errorf("row %d of a table has %d cells for %d columns: %w", i+1, len(r), len(t.Columns), ErrBlock)
		}
	}
	return nil
}
