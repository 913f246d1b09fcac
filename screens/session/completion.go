package session

import (
	"strings"

	"branchbook/data"
)

// Complete finishes the name that is being typed at the end of a line of the prompt, as the nth of those that it may mean,
// from 0; after the last comes the first again. It says false where no name is being typed, or nobody is called so.
func (m *Model) Complete(line string, nth int) (string, bool) {
	s, rest, ok := cutShorthand(strings.TrimLeft(line, " "))
	if !ok || s.name == nil || m.door == nil {
		return "", false
	}
	at := s.name(rest)
	if at < 0 {
		return "", false
	}
	in := m.present()
	later := func(id data.PersonID) bool { return in[id] == (s.verb == ComeIn || s.verb == Apologise) }
	letters := strings.TrimSpace(rest[at:])
	found := m.door.find(letters, shownMatches, later)
	if len(found) == 0 {
		return "", false
	}
	before := strings.TrimSuffix(strings.TrimRight(line, " "), letters)
	return before + found[nth%len(found)].Name(), true
}

// untilSlash is for a name that is all there is until a slash or a plus.
func untilSlash(rest string) int {
	if strings.ContainsAny(rest, "/+") {
		return -1
	}
	return 0
}

// untilColon is for a name before a colon.
func untilColon(rest string) int {
	if strings.Contains(rest, ":") {
		return -1
	}
	return 0
}

// afterSlash is for the names behind a title.
func afterSlash(rest string) int {
	if i := strings.LastIndexByte(rest, '/'); i >= 0 {
		return i + 1
	}
	return -1
}
