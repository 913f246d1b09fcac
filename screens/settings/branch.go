package settings

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A branchForm is the branch as it is typed.
type branchForm struct {
	Name, CLP, Wards, Venue, Secretary, CLPSecretary, Email string
	Structure                                               data.Structure
	Starts                                                  data.Time
}

func formOf(b data.Branch) branchForm {
	return branchForm{
		Name: b.Name, CLP: b.CLP, Wards: strings.Join(b.Wards, ", "), Venue: b.Venue, Secretary: b.Secretary,
		CLPSecretary: b.CLPSecretary, Email: b.Email, Structure: b.Structure, Starts: b.Starts,
	}
}

func (f branchForm) into(b data.Branch) data.Branch {
	b.Name, b.CLP, b.Wards = strings.TrimSpace(f.Name), strings.TrimSpace(f.CLP), wards(f.Wards)
	b.Venue, b.Secretary = strings.TrimSpace(f.Venue), strings.TrimSpace(f.Secretary)
	b.CLPSecretary, b.Email = strings.TrimSpace(f.CLPSecretary), strings.TrimSpace(f.Email)
	b.Structure, b.Starts = f.Structure, f.Starts
	return b
}

// wards reads names of wards with commas, semicolons or line breaks between them.
func wards(typed string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// KeepBranch stores what was typed, and says in a line what was done; "" when nothing is other than it was.
func (m *Model) KeepBranch(f branchForm) (said string, err error) {
	if f.Email != "" && !strings.Contains(f.Email, "@") {
		return "", data.NewProblem("An address of email has an @ in it: secretary@yourbranch.org. Correct it, or leave it empty.", nil)
	}
	if formOf(f.into(m.branch)) == m.Branch {
		return "", nil
	}
	err = m.book.Change("change the details of the branch", func(tx *book.Tx) error {
		return tx.PutBranch(f.into(m.branch))
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("Details of %s kept.", strings.TrimSpace(f.Name)), m.Load()
}
