package count

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// maxLine is longer than any line that a counting program writes.
const maxLine = 1 << 20

// ReadBLT reads the file that counting programs exchange: the number of candidates and of places, "-3" for each who has
// withdrawn, a line "2 4 1 3 0" for two ballots that prefer the fourth, first and third, a line "0", then every name and
// the title in quotes. The error says in which line what is wrong; it is a sentence without a full stop.
func ReadBLT(r io.Reader) (Election, error) {
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 0, 4096), maxLine)
	b := &bltReader{}
	for scan.Scan() {
		b.line++
		text := strings.TrimSpace(strings.TrimPrefix(scan.Text(), "\ufeff"))
		if i := strings.IndexByte(text, '#'); i >= 0 && !strings.HasPrefix(text, `"`) {
			text = strings.TrimSpace(text[:i])
		}
		if text == "" {
			continue
		}
		if err := b.take(text); err != nil {
			return Election{}, fmt.Errorf("line %d: %w", b.line, err)
		}
	}
	if err := scan.Err(); err != nil {
		return Election{}, fmt.Errorf("line %d: %w", b.line+1, err)
	}
	return b.election()
}

type bltReader struct {
	line, stand int
	begun, done bool // the first line was read; the ballots have ended
	texts       []string
	e           Election
}

func (b *bltReader) take(text string) error {
	if b.done {
		return b.takeText(text)
	}
	words := strings.Fields(text)
	numbers := make([]int, len(words))
	for i, w := range words {
		if strings.HasPrefix(w, "(") && i == 0 { // some programs put a ballot's number first
			continue
		}
		n, err := strconv.Atoi(w)
		if err != nil {
			return fmt.Errorf("%q is not a number", w)
		}
		numbers[i] = n
	}
	if strings.HasPrefix(words[0], "(") {
		numbers = numbers[1:]
	}
	switch {
	case len(numbers) == 0:
		return fmt.Errorf("there is no ballot")
	case !b.begun:
		return b.takeSize(numbers)
	case numbers[0] < 0:
		return b.takeWithdrawn(numbers)
	case numbers[0] == 0:
		b.done = true
		return nil
	}
	return b.takeBallot(numbers)
}

func (b *bltReader) takeSize(n []int) error {
	const most = 10_000
	if len(n) != 2 || n[0] < 1 || n[1] < 1 || n[0] > most || n[1] > most {
		return fmt.Errorf("the first line gives the number of candidates and of places, as in 9 4")
	}
	b.stand, b.e.Places, b.begun = n[0], n[1], true
	return nil
}

func (b *bltReader) takeWithdrawn(numbers []int) error {
	for _, n := range numbers {
		if n >= 0 || -n > b.stand {
			return fmt.Errorf("%d is not a candidate who has withdrawn", n)
		}
		b.e.Withdrawn = append(b.e.Withdrawn, -n-1)
	}
	return nil
}

func (b *bltReader) takeBallot(numbers []int) error {
	ballot := Ballot{Slips: numbers[0]}
	last := len(numbers) - 1
	if numbers[last] != 0 {
		return fmt.Errorf("a ballot ends with 0")
	}
	for _, n := range numbers[1:last] {
		if n < 1 || n > b.stand {
			return fmt.Errorf("there is no candidate %d", n)
		}
		ballot.Marks = append(ballot.Marks, n-1)
	}
	if len(ballot.Marks) == 0 {
		b.e.Spoilt += ballot.Slips // a ballot that prefers nobody
		return nil
	}
	b.e.Ballots = append(b.e.Ballots, ballot)
	return nil
}

func (b *bltReader) takeText(text string) error {
	for text != "" {
		inside, ok := strings.CutPrefix(text, `"`)
		end := strings.IndexByte(inside, '"')
		if !ok || end < 0 {
			return fmt.Errorf("names stand in quotes")
		}
		b.texts = append(b.texts, strings.TrimSpace(strings.Join(strings.FieldsFunc(inside[:end], unicode.IsControl), " ")))
		text = strings.TrimSpace(inside[end+1:])
	}
	return nil
}

func (b *bltReader) election() (Election, error) {
	switch {
	case !b.begun:
		return Election{}, fmt.Errorf("there is nothing in the file")
	case !b.done:
		return Election{}, fmt.Errorf("the line 0 behind the ballots is missing: the file may be cut short")
	case len(b.texts) < b.stand:
		return Election{}, fmt.Errorf("%d candidates stand, but only %d are named", b.stand, len(b.texts))
	}
	b.e.Candidates = b.texts[:b.stand]
	if len(b.texts) > b.stand {
		b.e.Title = b.texts[b.stand]
	}
	return b.e, b.e.Check()
}

// WriteBLT writes the election as ReadBLT reads it. Quotes in names become apostrophes.
func WriteBLT(w io.Writer, e Election) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%d %d\n", len(e.Candidates), e.Places)
	for _, c := range e.Withdrawn {
		fmt.Fprintf(out, "-%d\n", c+1)
	}
	for _, b := range e.Ballots {
		fmt.Fprint(out, b.Slips)
		for _, c := range b.Marks {
			fmt.Fprintf(out, " %d", c+1)
		}
		fmt.Fprintln(out, " 0")
	}
	if e.Spoilt > 0 {
		fmt.Fprintf(out, "%d 0\n", e.Spoilt)
	}
	fmt.Fprintln(out, "0")
	for _, text := range append(append([]string{}, e.Candidates...), e.Title) {
		fmt.Fprintf(out, "\"%s\"\n", strings.ReplaceAll(text, `"`, "'"))
	}
	return out.Flush()
}
