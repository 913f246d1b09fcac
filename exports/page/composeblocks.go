package page

import "strings"

// motion sets a motion on its tint behind its rule, and keeps the result on one page with who moved it.
func (c *composer) motion(b Motion) {
	const rule, inset, edge = 3.0, 12.0, 4.0
	decided := b.decided()
	lines := c.setIn(c.left+inset, c.width-inset-6, func() {
		c.paragraph(wording{manner: normalType, below: 1.5, together: true, keep: true},
			Run{Text: strings.TrimLeft(oneLine(b.Ref)+" ", " "), Bold: true}, Run{Text: oneLine(b.Title)})
		for _, text := range b.Text {
			c.paragraph(wording{manner: normalType, below: 1.5}, Run{Text: text})
		}
		for _, text := range append([]string{b.Movers}, b.Amendments...) {
			if text = oneLine(text); text != "" {
				c.paragraph(wording{manner: quietType, below: 1.5, together: true, keep: decided != ""}, Run{Text: text})
			}
		}
		if decided != "" {
			c.paragraph(wording{manner: normalType, together: true}, Run{Text: decided, Bold: true})
		}
	})
	for i, s := range lines {
		if i == 0 {
			s.marks, s.height = moved(s.marks, edge), s.height+edge
		}
		if i == len(lines)-1 {
			s.height += edge
		}
		s.marks = append([]mark{bar{c.left, 0, c.width, s.height, tint}, bar{c.left, 0, rule, s.height, ink2}}, s.marks...)
		c.add(s)
	}
	c.add(strip{height: 5})
}

// moved puts marks lower.
func moved(marks []mark, by float64) []mark {
	out := make([]mark, 0, len(marks))
	for _, m := range marks {
		out = append(out, shifted{m, by})
	}
	return out
}

func (c *composer) bullets(b Bullets) {
	const indent = bulletIndent / 20.0
	for _, runs := range b.Items {
		dot := c.setIn(c.left, indent, func() { c.paragraph(wording{manner: normalType}, Run{Text: "•"}) })
		text := c.setIn(c.left+indent, c.width-indent, func() { c.paragraph(wording{manner: normalType, below: 2}, runs...) })
		text[0].marks = append(text[0].marks, dot[0].marks...)
		for _, s := range text {
			c.add(s)
		}
	}
}

// table sets a table over the breadth there is, with its header row again at the top of every page. A row is cut only
// where it is taller than a page.
func (c *composer) table(b Table) {
	if caption := oneLine(b.Caption); caption != "" {
		c.paragraph(wording{manner: boldType, above: 6, below: 3, together: true, keep: true}, Run{Text: caption})
	}
	titles := make([]string, len(b.Columns))
	for i, column := range b.Columns {
		titles[i] = oneLine(column.Title)
	}
	head := c.row(b, titles, manner{heavy, 9, ink})
	for i := range head {
		s := &head[i]
		s.keep = true
		s.marks = append([]mark{bar{c.left, 0, c.width, s.height, headFill}}, s.marks...)
	}
	head[0].marks = append(head[0].marks, bar{c.left, 0, c.width, 0.75, ink})
	last := &head[len(head)-1]
	last.marks = append(last.marks, bar{c.left, last.height - 1, c.width, 1, ink})
	for _, s := range head {
		c.add(s)
	}
	for i, cells := range b.Rows {
		line, colour := 0.5, hairline
		if i == len(b.Rows)-1 {
			line, colour = 0.75, ink
		}
		strips := c.row(b, cells, smallType)
		for j := range strips {
			strips[j].head = head
		}
		strips[len(strips)-1].keep = b.bound(i)
		last := &strips[len(strips)-1]
		last.marks = append(last.marks, bar{c.left, last.height - line, c.width, line, colour})
		for _, s := range strips {
			c.add(s)
		}
	}
	c.add(strip{height: 5})
}

// row sets cells next to each other: as one strip, or as one a line where it is taller than half a page.
func (c *composer) row(b Table, cells []string, m manner) []strip {
	const side, above, gap = 4.0, 2.0, figureGap / 20.0
	var columns [][]strip
	x := c.left
	high, count := 0.0, 0
	for i, width := range b.widths(int(c.width * 20)) {
		w := float64(width) / 20
		from, room := x+side, w-2*side
		if b.apart(i) {
			from, room = from+gap, room-gap
		}
		column := c.setIn(from, max(room, 1), func() {
			c.paragraph(wording{manner: m, toRight: b.Columns[i].Right}, Run{Text: cells[i]})
		})
		columns = append(columns, column)
		high, count = max(high, tallness(column)), max(count, len(column))
		x += w
	}
	if high <= pageRoom/2 {
		s := strip{height: high + 2*above}
		for _, column := range columns {
			s.marks = append(s.marks, moved(bottomed(column), above)...)
		}
		return []strip{s}
	}
	out := make([]strip, count)
	for i := range out {
		out[i].height = m.size * leading
		for _, column := range columns {
			if i < len(column) {
				out[i].marks = append(out[i].marks, column[i].marks...)
			}
		}
	}
	out[count-1].height += above
	return out
}

// keepLast keeps what was set last on one page with what comes next.
func (c *composer) keepLast() {
	n := len(c.strips)
	if n == 0 || c.fresh {
		return
	}
	c.strips[n-1].keep = true
	if n > 1 && c.strips[n-1].marks == nil { // the gap after a table or a motion
		c.strips[n-2].keep = true
	}
}

// signature sets a dotted line for the name and one for the date.
func (c *composer) signature(b Signature) {
	dot := c.face(upright).breadth(".") * normalType.size
	dots := func(room float64) string { return strings.Repeat(".", max(3, int(room/dot))) }
	breadth := func(s string) float64 { return c.face(upright).breadth(s) * normalType.size }
	role := " " + oneLine(b.Role) + ", date "
	name := dots(c.width*0.53 - breadth("Signed "))
	date := dots(c.width - breadth("Signed "+name+role) - dot)
	c.paragraph(wording{manner: normalType, above: 28, below: 6, together: true}, Run{Text: "Signed " + name + role + date})
}
