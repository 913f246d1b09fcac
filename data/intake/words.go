package intake

import (
	"regexp"
	"strings"

	"branchbook/data"
)

// slashed is a date of three numbers whose order the writer did not say.
var slashed = regexp.MustCompile(`^(\d{1,2})([/.\-])(\d{1,2})[/.\-](\d{4}|\d{2})(.*)$`)

// onlyMonthFirst says whether a column of dates is written month first: some can be nothing else, and none must be day
// first. It returns one of those that give it away.
func onlyMonthFirst(values []string) (example string, is bool) {
	for _, v := range values {
		m := slashed.FindStringSubmatch(v)
		if m == nil {
			continue
		}
		a, b := twoDigits(m[1]), twoDigits(m[3])
		if a > 12 {
			return "", false
		}
		if b > 12 && b <= 31 && example == "" {
			example = v
		}
	}
	return example, example != ""
}

func twoDigits(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// readDate reads a date as a list has it. "unknown" and its like are no date, and no error.
func readDate(s string, monthFirst bool) (data.Date, error) {
	if noAnswer[squeeze(s)] {
		return data.Date{}, nil
	}
	if m := slashed.FindStringSubmatch(s); m != nil && monthFirst {
		s = m[3] + m[2] + m[1] + m[2] + m[4] + m[5]
	}
	return data.ParseDate(s)
}

func isDate(s string) bool {
	d, err := readDate(s, false)
	return err == nil && !d.IsZero()
}

// noAnswer are the words, squeezed, with which a cell says nothing; "-" squeezes to "".
var noAnswer = map[string]bool{
	"": true, "na": true, "nk": true, "none": true, "null": true, "nil": true, "unknown": true, "notknown": true, "notstated": true,
	"notgiven": true, "notspecified": true, "notset": true, "tbc": true, "prefernottosay": true, "undisclosed": true, "notdisclosed": true,
}

// genderOf reads what somebody counts as in a rule of balance; false when the word is not known.
func genderOf(s string) (data.Gender, bool) {
	word := squeeze(s)
	switch word {
	case "f", "female", "woman", "w", "women", "girl", "sheher", "she":
		return data.Woman, true
	case "m", "male", "man", "men", "boy", "hehim", "he":
		return data.Man, true
	case "x", "o", "other", "nonbinary", "nb", "theythem", "they", "diverse", "selfdescribe":
		return data.OtherGender, true
	case "u", "p":
		return data.NotStated, true
	}
	return data.NotStated, noAnswer[word]
}

var standingWords = map[string]data.ListedAs{
	"current": data.ListedCurrent, "active": data.ListedCurrent, "paid": data.ListedCurrent, "paidup": data.ListedCurrent,
	"fullypaid": data.ListedCurrent, "uptodate": data.ListedCurrent, "goodstanding": data.ListedCurrent, "ingoodstanding": data.ListedCurrent,
	"member": data.ListedCurrent, "full": data.ListedCurrent, "fullmember": data.ListedCurrent, "ok": data.ListedCurrent, "live": data.ListedCurrent,
	"currentmember": data.ListedCurrent, "activemember": data.ListedCurrent, "notinarrears": data.ListedCurrent, "noarrears": data.ListedCurrent,
	"paying": data.ListedCurrent, "standard": data.ListedCurrent, "reduced": data.ListedCurrent, "new": data.ListedCurrent, "clear": data.ListedCurrent,

	"arrears": data.ListedArrears, "inarrears": data.ListedArrears, "unpaid": data.ListedArrears, "overdue": data.ListedArrears,
	"owing": data.ListedArrears, "owes": data.ListedArrears, "behind": data.ListedArrears, "notpaid": data.ListedArrears,
	"paymentoverdue": data.ListedArrears, "outofdate": data.ListedArrears, "arr": data.ListedArrears,

	"lapsed": data.ListedLapsed, "expired": data.ListedLapsed, "lapsedmember": data.ListedLapsed, "cancelled": data.ListedLapsed,
	"canceled": data.ListedLapsed, "terminated": data.ListedLapsed, "exmember": data.ListedLapsed, "former": data.ListedLapsed,

	"resigned": data.ListedResigned, "left": data.ListedResigned, "withdrawn": data.ListedResigned, "resignation": data.ListedResigned,
	"transferred": data.ListedMoved, "transferredout": data.ListedMoved, "moved": data.ListedMoved, "movedaway": data.ListedMoved,
	"died": data.ListedDied, "deceased": data.ListedDied,
}

// arrearsAmount is what a column of arrears can hold instead of a word: £12.50, 3 months, 0.
var arrearsAmount = regexp.MustCompile(`^£? ?(\d+(?:\.\d+)?) ?(?:m|mths?|months?|weeks?)?$`)

// standingOf reads what a list says of a subscription, under its heading: "Yes" under "Arrears" is the reverse of "Yes"
// under "Paid". It returns false when the word is not known; a blank says nothing.
func standingOf(s, heading string) (data.ListedAs, bool) {
	word := squeeze(s)
	if as, ok := standingWords[word]; ok {
		return as, true
	}
	if noAnswer[word] {
		return data.ListedNotSaid, true
	}
	aboutArrears := strings.Contains(squeeze(heading), "arrears")
	yes, no := data.ListedCurrent, data.ListedArrears
	if aboutArrears {
		yes, no = no, yes
	}
	switch word {
	case "y", "yes", "true", "x", "t":
		return yes, true
	case "n", "no", "false", "f":
		return no, true
	}
	if aboutArrears {
		if m := arrearsAmount.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s))); m != nil {
			if strings.Trim(m[1], "0.") == "" {
				return data.ListedCurrent, true
			}
			return data.ListedArrears, true
		}
		if isDate(s) {
			return data.ListedArrears, true
		}
	}
	// "In arrears since 1 April", "Lapsed (2026)".
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !('a' <= r && r <= 'z') }) {
		if as, ok := standingWords[w]; ok && (as == data.ListedArrears || as.Gone()) && !strings.Contains(word, "not") {
			return as, true
		}
	}
	return data.ListedNotSaid, false
}
