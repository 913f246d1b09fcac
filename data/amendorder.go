package data

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TakingOrder returns the amendments in the order in which a chair takes them, with Order set from 1: one to an amendment
// before the one that it amends; else by where they stand in the text; of one place, in the order in which they came.
// Those already taken stay in front, in the order that they had. The chair may decide on another: see InOrder.
func TakingOrder(all []Amendment, text string) []Amendment {
	taken, left := []Amendment{}, []Amendment{}
	for _, a := range all {
		if a.Outcome == ToBeTaken {
			left = append(left, a)
		} else {
			taken = append(taken, a)
		}
	}
	where := map[AmendmentID]position{}
	for _, a := range left {
		where[a.ID] = a.position(all, text)
	}
	slices.SortStableFunc(left, func(a, b Amendment) int {
		return cmp.Or(where[a.ID].compare(where[b.ID]), cmp.Compare(a.Number, b.Number))
	})
	out := InOrder(taken)
	placed := map[AmendmentID]bool{}
	var put func(Amendment)
	put = func(a Amendment) {
		if placed[a.ID] {
			return
		}
		placed[a.ID] = true // before its own, so that a ring of amendments comes to an end
		for _, to := range left {
			if to.To == a.ID && a.ID != "" {
				put(to)
			}
		}
		out = append(out, a)
	}
	for _, a := range left {
		if a.To == "" {
			put(a)
		}
	}
	for _, a := range left {
		put(a)
	}
	for i := range out {
		out[i].Order = i + 1
	}
	return out
}

// InOrder returns the amendments in the order that was kept with them.
func InOrder(all []Amendment) []Amendment {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b Amendment) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// A position is where in a text an amendment bites: the paragraph, what it does there, and the words.
type position struct{ place, rank, offset int }

func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.place, q.place), cmp.Compare(p.rank, q.rank), cmp.Compare(p.offset, q.offset))
}

// position puts words before their whole paragraph: it is mended before it is voted out.
func (a Amendment) position(all []Amendment, text string) position {
	if placed, err := a.Placed(all); err == nil {
		a = placed
	}
	switch {
	case a.Op == Add:
		return position{place: math.MaxInt}
	case a.Op == Insert:
		return position{place: a.Place}
	case strings.TrimSpace(a.Was) == "":
		return position{place: a.Place, rank: 2}
	}
	p := position{place: a.Place, rank: 1}
	if ps := MotionParagraphs(text); a.Place >= 1 && a.Place <= len(ps) {
		if at := findWords(ps[a.Place-1].Text, a.Was); len(at) > 0 {
			p.offset = at[0][0]
		}
	}
	return p
}

// Overlap notices that two amendments touch the same paragraph, or the same words: "A3 and A4 both touch Sundays". text
// is the motion's as it stands. both is false when they do not.
func Overlap(a, b Amendment, all []Amendment, text string) (f Finding, both bool) {
	if a.To != b.To || a.To == b.ID && b.ID != "" {
		return Finding{}, false
	}
	f = Finding{Sum: fmt.Sprintf("If %s is carried, the chair says whether %s is still needed.", a.Label(), b.Label()), Warning: true}
	pa, pb := a.position(all, text), b.position(all, text)
	if pa.place == pb.place && pa.rank > 0 && pb.rank > 0 && (pa.rank == 2 || pb.rank == 2 || a.sameWords(b, text, pa, pb)) {
		f.Verdict = fmt.Sprintf("%s and %s both change paragraph %s", a.Label(), b.Label(), ParagraphName(text, pa.place))
		return f, true
	}
	if word := sharedWord(a, b, text); word != "" {
		f.Verdict = fmt.Sprintf("%s and %s both touch %s", a.Label(), b.Label(), word)
		return f, true
	}
	return Finding{}, false
}

// sameWords says whether the words that two amendments change lie over one another.
func (a Amendment) sameWords(b Amendment, text string, pa, pb position) bool {
	ps := MotionParagraphs(text)
	if pa.place < 1 || pa.place > len(ps) {
		return false
	}
	wa, wb := findWords(ps[pa.place-1].Text, a.Was), findWords(ps[pb.place-1].Text, b.Was)
	return len(wa) > 0 && len(wb) > 0 && wa[0][0] < wb[0][1] && wb[0][0] < wa[0][1]
}

// sharedWord is a word of some weight that both amendments bring in or take out, and that the rest of the motion does not
// live on: "Sundays". It is "" for none.
func sharedWord(a, b Amendment, text string) string {
	in := map[string]bool{}
	for w := range strings.FieldsSeq(Fold(b.Was + " " + b.Text)) {
		in[w] = true
	}
	common := map[string]int{}
	for w := range strings.FieldsSeq(Fold(text)) {
		common[w]++
	}
	for w := range strings.FieldsSeq(a.Was + " " + a.Text) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		key := Fold(w)
		if in[key] && utf8.RuneCountInString(key) > 4 && !smallWords[key] && common[key] <= 1 {
			return w
		}
	}
	return ""
}

// smallWords are words of five letters and more that say nothing of what an amendment is about.
var smallWords = wordSet(`about above after again against before being below between branch could every first further having should
	their there these those through under until where which while within would other motion council calls asks party members`)

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// JudgeNegation warns of an amendment that only puts a "not" into the motion, which most standing orders do not allow:
// whoever is against a motion votes against it.
func (a Amendment) JudgeNegation() Finding {
	nots := wordSet("not no never nor doesnt dont wont cannot without oppose opposes reject rejects")
	was, is := map[string]int{}, 0
	for w := range strings.FieldsSeq(Fold(a.Was)) {
		was[w]++
	}
	for w := range strings.FieldsSeq(Fold(a.Text)) {
		switch {
		case was[w] > 0:
			was[w]--
		case nots[w] || w == "does" || w == "do" || w == "will":
			is += b2i(nots[w])
		default:
			return Finding{}
		}
	}
	if a.Op == Delete || is == 0 {
		return Finding{}
	}
	return Finding{
		Verdict: a.Label() + " may simply negate the motion",
		Sum:     "who is against a motion votes against it; the chair says whether the amendment is in order",
		Source:  "Common practice (Citrine). Confirm with your own standing orders.",
		Warning: true,
	}
}
