package today

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// officerDuties is one line for the posts to which somebody is to be elected.
func officerDuties(f facts, _ int) ([]duty, error) {
	posts, err := f.r.Posts.All()
	if err != nil {
		return nil, err
	}
	terms, err := f.r.Terms.All()
	if err != nil {
		return nil, err
	}
	if len(posts) == 0 {
		return []duty{{
			Icon: parts.IconRosette, Tone: parts.Grey, rank: rankSetUp, Do: step{"Show", place.Route{Place: "posts"}},
			Title: "The officers now in post are not entered", Text: "The chair and the secretary then stand in every plan and paper.",
		}}, nil
	}
	vacant := data.Vacancies(posts, terms, f.today)
	if len(vacant) == 0 {
		return nil, nil
	}
	text, err := vacantWords(f, vacant)
	return []duty{{
		Icon: parts.IconRosette, Tone: parts.Grey, rank: rankVacant, Text: text,
		Title: data.NumberOf(len(vacant), "post of the branch is", "posts of the branch are") + " vacant",
		Mark:  parts.Mark{Tone: parts.Grey, Icon: parts.IconCircle, Text: "Vacant"},
		Do:    step{"Show", place.Route{Place: "posts"}},
	}}, err
}

// vacantWords names the posts, since when each is vacant, who is acting, and which meeting elects to it or could.
func vacantWords(f facts, vacant []data.Vacancy) (string, error) {
	find, err := f.r.ElectionsFrom(f.today)
	if err != nil {
		return "", err
	}
	var named []string
	next := data.ElectionAt{}
	for _, v := range vacant {
		var notes []string
		if !v.Since.IsZero() {
			notes = append(notes, "since "+v.Since.ShortNear(f.today))
		}
		for _, who := range v.Acting {
			notes = append(notes, f.names.Name(who)+" acting")
		}
		filling := find.Fills(data.Source{Kind: data.FromPost, Record: data.ID(v.Post.ID)})
		if filling.OnAgenda {
			notes = append(notes, lower(filling.Words()))
		} else {
			next = filling
		}
		name := v.Post.Name
		if len(notes) > 0 {
			name += " (" + strings.Join(notes, ", ") + ")"
		}
		named = append(named, name)
	}
	return sentences(commas(named...), next.Sentence()), nil
}

// seatDuties is one line for the seats of the branch on a body that nobody holds.
func seatDuties(f facts, b data.Body, doc data.DelegateReturnDoc) ([]duty, error) {
	if doc.Vacant <= 0 || b.Term.Over(f.today) {
		return nil, nil
	}
	seats, err := f.r.Seats.Of(b.ID)
	if err != nil {
		return nil, err
	}
	find, err := f.r.ElectionsFrom(f.today)
	if err != nil {
		return nil, err
	}
	since := ""
	if day := b.VacantSince(seats, f.today); !day.IsZero() {
		since = "Vacant since " + day.ShortNear(f.today) + "."
	}
	filling := find.Fills(data.Source{Kind: data.FromBody, Record: data.ID(b.ID)})
	return []duty{{
		Icon: parts.IconRosette, Tone: parts.Grey, rank: rankVacant,
		Title: fmt.Sprintf("%d of %s vacant on the %s", doc.Vacant, data.NumberOf(doc.Seats, "seat", "seats"), b.Name),
		Text:  sentences(doc.Entitlement.Sum, since, filling.Sentence()),
		Mark:  parts.Mark{Tone: parts.Grey, Icon: parts.IconCircle, Text: fmt.Sprintf("%d vacant", doc.Vacant)},
		Do:    step{"Show", place.Route{Place: "posts", Tab: "delegates"}},
	}}, nil
}

// sentences joins a beginning that has no full stop with the sentences that follow on it, if any do.
func sentences(first string, rest ...string) string {
	following := strings.TrimSpace(strings.Join(rest, " "))
	if following == "" {
		return first
	}
	return first + ". " + following
}
