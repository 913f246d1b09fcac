package posts

import (
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startPost asks for the name of a new post; the usual ones that the branch has not are offered.
func (v *officersView) startPost() {
	field := parts.NewField("Campaigns officer")
	usual := v.of.model.FurtherPosts()
	choice := parts.NewChoice(usual, "Usual posts", func(i int) {
		if i >= 0 {
			field.Put(usual[i])
		}
	})
	rows := parts.RowTop(12, parts.Grow(parts.NewFormRow("Name of the post", field), 3), parts.Grow(parts.NewFormRow("Or choose", choice), 3))
	v.of.ask("Add a post", rows, field, func() (string, error) {
		id, err := v.of.model.AddPost(field.Text)
		v.wanted = string(id)
		return strings.TrimSpace(field.Text) + " added to the posts.", err
	})
}

// startCorrecting asks for another name of the post that is selected, its kind, and who may stand for it.
func (v *officersView) startCorrecting() {
	post := v.of.model.post(v.chosen())
	if post.ID == "" {
		return
	}
	name := parts.NewField("Campaigns officer")
	name.Put(post.Name)
	kind := parts.NewChoice(words(data.PostKinds()), "", nil)
	kind.ChooseValue(data.Capital(string(post.Sort())))
	share := parts.NewChoice([]string{"As the model rules", "Allowed", "Not allowed"}, "", nil)
	share.Choose(shareAt(post.Share))
	holders := parts.NewNumberField()
	holders.Named("How many hold it")
	holders.PutNumber(post.Wanted())
	who := newCandidacyForm(post.Eligible)
	rows := parts.Column(12,
		parts.NewFormRow("Name of the post", name),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Kind", kind).WithHint("balance counts executive officers"), 3), parts.Grow(parts.NewFormRow("How many hold it", parts.Left(parts.Fixed(holders, 70))), 2)),
		parts.NewFormRow("Job share by two", share), who.rows())
	v.of.ask("Correct the post of "+post.Name, rows, name, func() (string, error) {
		next := post
		next.Name, next.Eligible = name.Text, who.read()
		next.Holders = 0
		if n, ok := holders.Number(); ok && n > 1 {
			next.Holders = n
		}
		if i := kind.Chosen(); i >= 0 {
			next.Kind = data.PostKinds()[i]
		}
		next.Share = shares()[max(0, share.Chosen())]
		return next.Name + " corrected.", v.of.model.KeepPost(next)
	})
}

func shares() []data.JobShare {
	return []data.JobShare{data.ShareAsModel, data.ShareAllowed, data.ShareRefused}
}

func shareAt(s data.JobShare) int {
	for i, o := range shares() {
		if o == s {
			return i
		}
	}
	return 0
}

// words are the values of a choice as it shows them.
func words[T ~string](all []T) []string {
	var out []string
	for _, v := range all {
		out = append(out, data.Capital(string(v)))
	}
	return out
}
