package page

// A mark is something painted, at a place given from the left edge of the paper and the top of its strip, in points.
type mark interface{ paint(p *painter, top float64) }

// A strip is what is never cut between two pages: a line of text, a row of a table.
type strip struct {
	gap, height float64 // the gap above is left out at the top of a page
	marks       []mark
	keep        bool    // on one page with the next strip
	fresh       bool    // begins a page
	head        []strip // said again above it when it comes to stand at the top of a page
}

func (s strip) tall() float64 { return s.gap + s.height }

func tallness(strips []strip) float64 {
	var sum float64
	for _, s := range strips {
		sum += s.tall()
	}
	return sum
}

// A placed strip knows how far down the page it stands.
type placed struct {
	strip
	top float64
}

// paginate shares strips out to pages of a height. What belongs together goes to the next page together, unless it is
// longer than a page.
func paginate(strips []strip, height float64) [][]placed {
	pages, used := [][]placed{nil}, 0.0
	turn := func() { pages, used = append(pages, nil), 0 }
	put := func(s strip) {
		if used == 0 {
			s.gap = 0
		}
		last := len(pages) - 1
		pages[last] = append(pages[last], placed{s, used + s.gap})
		used += s.tall()
	}
	for i := 0; i < len(strips); {
		j := i + 1
		for j < len(strips) && strips[j-1].keep && !strips[j].fresh {
			j++
		}
		chain := strips[i:j]
		i = j
		if chain[0].fresh && used > 0 {
			turn()
		}
		if used > 0 && used+tallness(chain) > height && tallness(chain) <= height {
			turn()
		}
		for _, s := range chain {
			if used > 0 && used+s.tall() > height {
				turn()
			}
			if used == 0 {
				for _, h := range s.head {
					put(h)
				}
			}
			put(s)
		}
	}
	return pages
}

// A shifted mark stands lower than it says.
type shifted struct {
	mark
	by float64
}

func (m shifted) paint(p *painter, top float64) { m.mark.paint(p, top+m.by) }

// lettering is one line of letters or part of one; base is the distance of the line they stand on from the top of the strip.
type lettering struct {
	x, base float64
	atom
}

// A bar is a filled rectangle: a rule, a tint.
type bar struct {
	x, y, width, height float64
	colour              string
}

// A box is the outline of a rectangle.
type box struct {
	x, y, width, height, line float64
	colour                    string
}

// An inset is a picture at a size.
type inset struct {
	x, y, width, height float64
	of                  Picture
}

// A bookmark is an entry in the outline of the file. Its level counts from 0.
type bookmark struct {
	level int
	text  string
}
