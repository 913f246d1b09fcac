package session

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// longestLine is how many bytes a line for the prompt has at most: a longer one is prose.
const longestLine = 120

// proseVerbs are letters that begin prose or a list too often to be taken for a line of the prompt.
var proseVerbs = []Verb{NoVerb, Note, AddItem, AddPart, Privately, Phrase}

// PromptLine says whether the line of the minutes in which the caret stands reads like one for the prompt, and what it
// would do. offset is the caret's, in bytes.
func (m *Model) PromptLine(text string, offset int) (Reading, bool) {
	start, end := lineAt(text, offset)
	line := strings.TrimSpace(text[start:end])
	if first, _ := utf8.DecodeRuneInString(line); len(line) > longestLine || !unicode.IsLower(first) && !unicode.IsDigit(first) {
		return Reading{}, false // most lines: nothing is looked up for them
	}
	o := Parse(line, m.held.Date)
	switch {
	case !o.IsComplete() || slices.Contains(proseVerbs, o.Verb):
		return Reading{}, false
	case o.Verb == Act && o.Who == "": // "a motion was moved"
		return Reading{}, false
	case o.Verb == SecondIt && len(strings.Fields(o.Who)) > 2: // "2 members left early"
		return Reading{}, false
	}
	r := m.Understand(line)
	return r, r.Do != nil
}

// lineAt returns where the line begins and ends in which the caret stands.
func lineAt(text string, offset int) (start, end int) {
	offset = min(max(offset, 0), len(text))
	start = strings.LastIndexByte(text[:offset], '\n') + 1
	if end = strings.IndexByte(text[offset:], '\n'); end < 0 {
		return start, len(text)
	}
	return start, offset + end
}

// CarryLine takes the line in which the caret stands out of a text and carries it out as the prompt would. text is all that
// the block holds. A line that cannot be carried out stays.
func (m *Model) CarryLine(block data.BlockID, text string, offset int) (string, error) {
	r, is := m.PromptLine(text, offset)
	if !is || block == "" {
		return "", nil
	}
	start, end := lineAt(text, offset)
	before, behind := strings.TrimRight(text[:start], "\n"), strings.TrimPrefix(text[end:], "\n")
	left := before + behind
	if before != "" && behind != "" {
		left = before + "\n" + behind
	}
	m.book.Type(block, left)
	m.SetCaret(block, len(before))
	said, err := r.Do()
	if err != nil {
		m.book.Type(block, text)
		m.SetCaret(block, offset)
	}
	return said, err
}

// A lineHint stands in place of the buttons while the caret is in a line that belongs in the prompt.
type lineHint struct {
	view *fyne.Container
	on   bool
}

func newLineHint(p *Place) *lineHint {
	words := parts.Secondary("This reads like a line for the prompt: Esc, then type it there.").Wrapped(2)
	do := parts.NewButton("Carry it out", p.carryLine).Small().WithKey("Ctrl+Enter")
	h := &lineHint{view: parts.Row(8, parts.NewIcon(parts.IconInfo, parts.Quiet, 16), parts.Grow(words, 1), do)}
	h.view.Hide()
	return h
}

// showHint shows the hint or the buttons, as the line at the caret reads.
func (v *minutesView) showHint(e *blockEditor) {
	is := false
	if e != nil && e.id != "" {
		_, is = v.of.model.PromptLine(e.Text, e.CaretByte())
	}
	if is == v.hint.on {
		return
	}
	v.hint.on = is
	v.hint.view.Hidden, v.buttons.Hidden = !is, is
	parts.Settle(v.hint.view)
}

// carryLine carries out the line at the caret.
func (p *Place) carryLine() {
	e := p.minutes.current
	if e == nil {
		return
	}
	p.recorded(p.model.CarryLine(e.id, e.Text, e.CaretByte()))
	p.minutes.showHint(p.minutes.current)
}
