package page

// The same paper as Word's, in points.
const (
	sheetWidth, sheetHeight = paperWidth / 20.0, paperHeight / 20.0
	sheetMargin             = margin / 20.0
	columnWidth             = sheetWidth - 2*sheetMargin
	pageRoom                = sheetHeight - 2*sheetMargin
	leading                 = 1.4 // height of a line for one point of type
)

var (
	normalType   = manner{upright, 10, ink}
	quietType    = manner{upright, 9.5, ink2}
	smallType    = manner{upright, 9, ink}
	boldType     = manner{heavy, 10, ink}
	headingTypes = [...]manner{{headline, 14, ink}, {heavy, 10.5, ink}, {heavy, 10, ink}}
)

// A composer turns blocks into strips, in the breadth that there is.
type composer struct {
	typecase
	strips      []strip
	left, width float64 // where text stands now, from the edge of the paper
	number      float64 // room for the numbers of items
	fresh       bool    // what comes next begins a page
	level       int     // of the last bookmark
	missing     []string
	noted       map[string]bool
}

func newComposer(blocks []Block) *composer {
	c := &composer{left: sheetMargin, width: columnWidth, number: shortNumber / 20.0, level: -1, noted: make(map[string]bool)}
	for _, b := range blocks {
		if item, ok := b.(Item); ok {
			number := c.face(heavy).breadth(oneLine(item.Number))*headingTypes[1].size + 8
			c.number = max(c.number, min(number, 60))
		}
	}
	return c
}

func (c *composer) add(s strip) {
	s.fresh, c.fresh = s.fresh || c.fresh, false
	c.strips = append(c.strips, s)
}

// setIn runs fill in another column and gives back what it set.
func (c *composer) setIn(left, width float64, fill func()) []strip {
	before, l, w, fresh := c.strips, c.left, c.width, c.fresh
	c.strips, c.left, c.width, c.fresh = nil, left, width, false
	fill()
	out := c.strips
	c.strips, c.left, c.width, c.fresh = before, l, w, fresh
	return out
}

// A wording is how a paragraph is set.
type wording struct {
	manner
	above, below    float64
	together        bool // on one page
	keep            bool // on one page with the next
	toRight, centre bool
}

// lines sets runs as one strip a line. No line of a paragraph stands alone on a page.
func (c *composer) lines(w wording, runs ...Run) []strip {
	var out []strip
	turned := rightToLeft(runs)
	rows := c.rows(c.atoms(runs, w.manner), c.width)
	for i, row := range rows {
		row = visual(row, turned)
		x := c.left
		switch {
		case w.centre:
			x += (c.width - breadthOf(row)) / 2
		case w.toRight || turned:
			x += c.width - breadthOf(row)
		}
		s := strip{height: w.size * leading, keep: w.together || i == 0 || i == len(rows)-2}
		s.marks = c.set(row, x, w.size)
		if i == 0 {
			s.gap = w.above
		}
		if i == len(rows)-1 {
			s.height, s.keep = s.height+w.below, w.keep
		}
		out = append(out, s)
	}
	return out
}

// set makes marks of a row, with neighbours that look the same as one.
func (c *composer) set(row []atom, x, size float64) []mark {
	var out []mark
	base := size * (leading/2 + 0.39) // the middle of the line, and from there to the foot of the letters
	for i := 0; i < len(row); {
		a := row[i]
		for i++; i < len(row) && a.like(row[i]); i++ {
			a.text, a.breadth = a.text+row[i].text, a.breadth+row[i].breadth
		}
		if a.text != "" {
			out = append(out, lettering{x, base, a})
		}
		x += a.breadth
	}
	return out
}

func (c *composer) paragraph(w wording, runs ...Run) {
	for _, s := range c.lines(w, runs...) {
		c.add(s)
	}
}

func (c *composer) blocks(blocks []Block) {
	for i, b := range blocks {
		c.block(b)
		if i+1 < len(blocks) && leads(b, blocks[i+1]) {
			c.keepLast()
		}
	}
}

func (c *composer) block(b Block) {
	body := wording{manner: normalType, below: 5}
	switch b := b.(type) {
	case Masthead:
		c.masthead(b)
	case Heading:
		c.heading(b)
	case Paragraph:
		if b.Small {
			c.keepLast()
			body = wording{manner: manner{upright, 8.5, ink2}, above: 3, below: 4}
		}
		c.paragraph(body, b.Runs...)
	case Labelled:
		c.paragraph(body, append([]Run{{Text: oneLine(b.Label) + " ", Bold: true}}, b.Runs...)...)
	case Item:
		c.item(b)
	case Motion:
		c.motion(b)
	case Bullets:
		c.bullets(b)
	case Table:
		c.table(b)
	case Chart:
		c.chart(b)
	case Signature:
		c.signature(b)
	case Slip:
		c.slip(b)
	case PageBreak:
		c.fresh = true
	}
}

func (c *composer) masthead(b Masthead) {
	const stamp = stampWidth / 20.0
	width := c.width
	if b.Stamp != (Stamp{}) {
		width -= stamp + 12
	}
	logo, high, start := 0.0, 0.0, c.left
	if !b.Logo.IsZero() {
		logo, high = b.Logo.fitted()
		start, width = c.left+logo+logoGap/20.0, width-logo-logoGap/20.0
	}
	words := c.setIn(start, width, func() {
		c.paragraph(wording{manner: manner{headline, 17, ink}, below: 2, keep: true, together: true}, Run{Text: oneLine(b.Unit)})
		c.paragraph(wording{manner: manner{upright, 11, ink}, below: 1, keep: true, together: true}, Run{Text: oneLine(b.Title)})
		for _, line := range b.Lines {
			c.paragraph(wording{manner: quietType, below: 1, keep: true, together: true}, Run{Text: oneLine(line)})
		}
	})
	opening := strip{height: max(tallness(words), high+4), keep: true}
	opening.marks = append(opening.marks, bottomed(words)...)
	if !b.Logo.IsZero() {
		opening.marks = append(opening.marks, inset{c.left, 2, logo, high, b.Logo})
	}
	if b.Stamp != (Stamp{}) {
		at := c.left + c.width - stamp
		inner := c.setIn(at+5, stamp-10, func() {
			c.paragraph(wording{manner: manner{heavy, 10.5, accent}, centre: true}, Run{Text: oneLine(b.Stamp.Word)})
			if below := oneLine(b.Stamp.Below); below != "" {
				c.paragraph(wording{manner: manner{upright, 9, accent}, centre: true}, Run{Text: below})
			}
		})
		high := tallness(inner) + 8
		opening.height = max(opening.height, high+4)
		opening.marks = append(opening.marks, box{at, 2, stamp, high, 1.5, accent})
		for _, m := range bottomed(inner) {
			opening.marks = append(opening.marks, shifted{m, 6})
		}
	}
	c.add(opening)
	c.add(strip{gap: 5, height: 12, marks: []mark{bar{c.left, 0, c.width, 0.75, ink}}})
}

// bottomed puts strips under each other into one.
func bottomed(strips []strip) []mark {
	var out []mark
	at := 0.0
	for _, s := range strips {
		at += s.gap
		for _, m := range s.marks {
			out = append(out, shifted{m, at})
		}
		at += s.height
	}
	return out
}

// bookmarked puts an entry into the outline at the first of strips. A level never leaps over one that is not there.
func (c *composer) bookmarked(strips []strip, level int, text string) []strip {
	if text = oneLine(text); text == "" {
		return strips
	}
	c.level = min(level, c.level+1)
	strips[0].marks = append(strips[0].marks, bookmark{c.level, text})
	return strips
}

func (c *composer) heading(b Heading) {
	above, below := [...]float64{14, 9, 7}[b.Level-1], [...]float64{4, 2, 2}[b.Level-1]
	lines := c.lines(wording{manner: headingTypes[b.Level-1], above: above, below: below, together: true, keep: true}, Run{Text: oneLine(b.Text)})
	for _, s := range c.bookmarked(lines, b.Level-1, b.Text) {
		c.add(s)
	}
}

// item sets its heading with the number hanging, and the body under it.
func (c *composer) item(b Item) {
	in := float64(b.further()) * depthStep / 20
	left, width := c.left+in, c.width-in
	within := c.number
	if b.Number == "" {
		within = 0
	}
	level := 1 + min(b.further(), 1)
	title := c.setIn(left+within, width-within, func() {
		for _, s := range c.lines(wording{manner: headingTypes[level], above: 8, below: 2, together: true, keep: true}, Run{Text: oneLine(b.Title)}) {
			c.add(s)
		}
	})
	number := c.setIn(left, max(within, 1), func() {
		c.paragraph(wording{manner: headingTypes[level]}, Run{Text: oneLine(b.Number)})
	})
	title[0].marks = append(title[0].marks, number[0].marks...)
	title = c.bookmarked(title, level, joined(" ", oneLine(b.Number), oneLine(b.Title)))
	body := c.setIn(left+c.number, width-c.number-8, func() { c.blocks(b.Body) })
	title[len(title)-1].keep = len(body) > 0
	for _, s := range append(title, body...) {
		c.add(s)
	}
}
