package door

import "strings"

// groupsInRow is how many groups of a recovery code stand side by side, so that they can be copied row by row.
const groupsInRow = 5

// A recovery is the recovery code of a new book while it is being written down.
type recovery struct{ groups []string }

func newRecovery(code string) recovery { return recovery{strings.Fields(code)} }

// Rows are its groups as they are shown. A first group that is longer than the others heads the code alone.
func (r recovery) Rows() [][]string {
	var rows [][]string
	rest := r.groups
	if len(rest) > 1 && len(rest[0]) > len(rest[1]) {
		rows, rest = append(rows, rest[:1]), rest[1:]
	}
	for len(rest) > 0 {
		n := min(groupsInRow, len(rest))
		rows, rest = append(rows, rest[:n]), rest[n:]
	}
	return rows
}

// fault says what is still to be done before the code is put away; "" for nothing.
func (r recovery) fault(written bool, typed string) string {
	if len(r.groups) == 0 {
		return ""
	}
	last := r.groups[len(r.groups)-1]
	switch {
	case !written:
		return "Write the code down first, and say that you have: it is not shown again."
	case strings.TrimSpace(typed) == "":
		return "Type the last group of the code, from what you wrote down."
	case !strings.EqualFold(strings.TrimSpace(typed), last):
		return "That is not the last group. Compare what you wrote down with the code, group by group."
	}
	return ""
}
