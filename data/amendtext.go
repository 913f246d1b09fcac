package data

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Apply returns the text with the amendment made to it. Place is taken as it stands: see Placed. The error is a Problem
// that says what does not fit: a paragraph that is not there, words that are not in it, or that are in it twice.
func (a Amendment) Apply(text string) (string, error) {
	if a.To != "" {
		return "", NewProblem(a.Label()+" is to another amendment. Take it before that one.", nil)
	}
	ps := MotionParagraphs(text)
	if a.Op == Add {
		return textOf(withParagraphs(ps, len(ps), a.Text)), nil
	}
	last := len(ps)
	if a.Op == Insert {
		last++
	}
	if a.Place < 1 || a.Place > last {
		return "", NewProblem(fmt.Sprintf("%s is to paragraph %d, but the text has %s. Say again where it goes.",
			a.Label(), a.Place, NumberOf(len(ps), "paragraph", "paragraphs")), nil)
	}
	at := a.Place - 1
	switch {
	case a.Op == Insert:
		ps = withParagraphs(ps, at, a.Text)
	case strings.TrimSpace(a.Was) != "":
		changed, err := a.inWords(ps[at].Text, ParagraphName(text, a.Place))
		if err != nil {
			return "", err
		}
		if changed == "" {
			return "", NewProblem(fmt.Sprintf("%s would leave nothing of paragraph %s. Record it as deleting the paragraph.", a.Label(), ParagraphName(text, a.Place)), nil)
		}
		ps[at].Text = changed
	default:
		numbered := ps[at]
		ps = withoutParagraph(ps, at)
		if a.Op == Replace {
			ps = replacedBy(ps, at, numbered, a.Text)
		}
	}
	if len(ps) == 0 {
		return "", NewProblem(a.Label()+" would leave nothing of the motion. Who wants that votes against the motion.", nil)
	}
	return textOf(ps), nil
}

// withParagraphs puts new paragraphs before the one at an index. In a list they take its numbers.
func withParagraphs(ps []MotionParagraph, at int, text string) []MotionParagraph {
	var like MotionParagraph
	switch {
	case at < len(ps) && ps[at].Number > 0:
		like = ps[at]
	case at == len(ps) && at > 0:
		like = ps[at-1]
		like.begins = false
	}
	if at < len(ps) {
		ps = slices.Clone(ps)
		ps[at].begins = ps[at].begins && like.Number == 0
	}
	return slices.Insert(slices.Clone(ps), at, newParagraphs(text, like)...)
}

// newParagraphs are the paragraphs of an amendment's text, numbered and set as the one that they stand beside.
func newParagraphs(text string, like MotionParagraph) []MotionParagraph {
	fresh := MotionParagraphs(text)
	for i := range fresh {
		p := &fresh[i]
		p.Text = strings.TrimSpace(p.Text)
		p.Number, p.mark, p.tight, p.begins = like.Number, like.mark, like.tight, like.begins && i == 0
	}
	return fresh
}

func withoutParagraph(ps []MotionParagraph, at int) []MotionParagraph {
	began := ps[at].begins
	ps = slices.Delete(slices.Clone(ps), at, at+1)
	if began && at < len(ps) && ps[at].Number > 0 {
		ps[at].begins = true
	}
	return ps
}

func replacedBy(ps []MotionParagraph, at int, was MotionParagraph, text string) []MotionParagraph {
	ps = slices.Clone(ps)
	if at < len(ps) && was.begins {
		ps[at].begins = false
	}
	return slices.Insert(ps, at, newParagraphs(text, was)...)
}

// inWords makes the change within a paragraph. Spaces and the shape of quotation marks do not matter in finding words.
func (a Amendment) inWords(paragraph, name string) (string, error) {
	places := findWords(paragraph, a.Was)
	switch {
	case len(places) == 0:
		return "", NewProblem(fmt.Sprintf("%s changes the words “%s”, which are not in paragraph %s as it stands. Say again where %s goes.",
			a.Label(), strings.TrimSpace(a.Was), name, a.Label()), nil)
	case len(places) > 1:
		return "", NewProblem(fmt.Sprintf("The words “%s” are in paragraph %s %d times. Type a few of the words around them too, so that it is clear which %s means.",
			strings.TrimSpace(a.Was), name, len(places), a.Label()), nil)
	}
	before, after, words := paragraph[:places[0][0]], paragraph[places[0][1]:], ""
	if a.Op == Replace {
		words = strings.TrimSpace(a.Text)
	}
	if words == "" { // one space is enough where words are gone, and none before a stop
		before = strings.TrimRight(before, " ")
		after = strings.TrimLeft(after, " ")
		if before != "" && after != "" && !strings.ContainsAny(after[:1], ".,;:!?)") {
			before += " "
		}
	}
	return strings.TrimSpace(before + words + after), nil
}

var quotes = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// findWords returns where words stand in a paragraph, whole words only, as byte offsets.
func findWords(paragraph, words string) [][]int {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return nil
	}
	for i, f := range fields {
		// Each kind of quotation mark stands for the others, as nobody types those of the paper.
		f = regexp.QuoteMeta(quotes.Replace(f))
		f = strings.ReplaceAll(f, "'", "['’‘]")
		fields[i] = strings.ReplaceAll(f, `"`, `["“”]`)
	}
	pattern, err := regexp.Compile(strings.Join(fields, `\s+`))
	if err != nil { // a text that is not UTF-8
		return nil
	}
	var out [][]int
	for _, at := range pattern.FindAllStringIndex(paragraph, -1) {
		if !cutsWord(paragraph, at[0]) && !cutsWord(paragraph, at[1]) {
			out = append(out, at)
		}
	}
	return out
}

var wordThenWord = regexp.MustCompile(`^[\p{L}\p{N}]`)
var endsInWord = regexp.MustCompile(`[\p{L}\p{N}]$`)

// cutsWord says whether an offset lies within a word.
func cutsWord(s string, at int) bool {
	return endsInWord.MatchString(s[max(0, at-4):at]) && wordThenWord.MatchString(s[at:])
}

// ApplyTo returns the other amendment with its words changed by this one, before it is put. A Place counts the
// paragraphs of its Text; 0 is the first. The error is a Problem, as Apply's.
func (a Amendment) ApplyTo(other Amendment) (Amendment, error) {
	if a.To != other.ID || a.To == "" {
		return other, NewProblem(fmt.Sprintf("%s is not to %s.", a.Label(), other.Label()), nil)
	}
	a.To = ""
	a.Place = max(a.Place, 1)
	text, err := a.Apply(other.Text)
	if err != nil {
		return other, err
	}
	if strings.TrimSpace(text) == "" && other.Op != Delete {
		return other, NewProblem(fmt.Sprintf("%s would leave nothing of %s. Record %s as withdrawn, or vote it down.", a.Label(), other.Label(), other.Label()), nil)
	}
	other.Text = text
	return other, nil
}

// Placed returns the amendment with Place counted in the text as it stands now: those of all that took effect since it
// was written have moved its paragraph. The error is a Problem that names the amendment because of which it no longer
// fits: "A1 replaced paragraph 3: say again where A4 goes."
func (a Amendment) Placed(all []Amendment) (Amendment, error) {
	if a.To != "" {
		return a, nil
	}
	for _, step := range InEffect(all) {
		if step.Effect <= a.Since || step.ID == a.ID && a.ID != "" {
			continue
		}
		if a.Op != Add {
			place, ok := a.after(step)
			if !ok {
				return a, NewProblem(fmt.Sprintf("%s %s paragraph %d: say again where %s goes.", step.Label(), step.did(), step.Place, a.Label()), nil)
			}
			a.Place = place
		}
		a.Since = step.Effect
	}
	return a, nil
}

// after is where the paragraph is found once another amendment, put in the same text, has taken effect.
func (a Amendment) after(step Amendment) (place int, ok bool) {
	put := len(MotionParagraphs(step.Text))
	whole := strings.TrimSpace(step.Was) == ""
	switch {
	case step.Op == Add, a.Place < step.Place, !whole:
		return a.Place, true
	case step.Op == Insert:
		return a.Place + put, true
	case step.Op == Delete:
		return a.Place - b2i(a.Place > step.Place), a.Place != step.Place || a.Op == Insert
	case a.Place > step.Place:
		return a.Place + put - 1, true
	}
	// The paragraph itself was replaced: words that the new one has too are still meant.
	return a.Place, a.Op == Insert || a.Was != "" && put == 1 && len(findWords(step.Text, a.Was)) == 1
}

// did is what an amendment has done to a paragraph.
func (a Amendment) did() string {
	switch {
	case a.Op == Delete && a.Was == "":
		return "took out"
	case a.Op == Insert:
		return "put words before"
	case a.Was != "":
		return "changed"
	}
	return "replaced"
}

// InEffect returns those amendments to the motion that have taken effect, in the order in which they did.
func InEffect(all []Amendment) []Amendment {
	var out []Amendment
	for _, a := range all {
		if a.To == "" && a.Outcome.TakesEffect() {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Amendment) int { return a.Effect - b.Effect })
	return out
}

// TextAsAmended returns a text with the amendments that took effect made to it, in the order in which they did. Of a
// motion's BaseText that is the text as agreed. The error is a Problem, as Apply's.
func TextAsAmended(base string, all []Amendment) (string, error) {
	for _, a := range InEffect(all) {
		var err error
		if base, err = a.Apply(base); err != nil {
			return "", err
		}
	}
	return base, nil
}

// IfCarried returns the text of the motion as it would stand if the amendment were carried; CurrentText is how it stands
// if it is lost. For an amendment to an amendment it returns the text if both were. The error is a Problem.
func (m Motion) IfCarried(a Amendment, all []Amendment) (string, error) {
	if a.To != "" {
		i := slices.IndexFunc(all, func(o Amendment) bool { return o.ID == a.To })
		if i < 0 {
			return "", NewProblem("The amendment that "+a.Label()+" is to is not in the book. Say again what it amends.", nil)
		}
		other, err := a.ApplyTo(all[i])
		if err != nil {
			return "", err
		}
		// Without the other, a ring of amendments comes to an end.
		return m.IfCarried(other, slices.Delete(slices.Clone(all), i, i+1))
	}
	placed, err := a.Placed(all)
	if err != nil {
		return "", err
	}
	return placed.Apply(m.CurrentText())
}
