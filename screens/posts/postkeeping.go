package posts

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// FurtherPosts are the names of the usual posts that the branch does not have yet.
func (m *Model) FurtherPosts() []string {
	var names []string
	for _, p := range slices.Concat(data.StandardPosts(), data.FurtherPosts()) {
		if !slices.ContainsFunc(m.posts, func(o data.Post) bool { return data.Fold(o.Name) == data.Fold(p.Name) }) {
			names = append(names, p.Name)
		}
	}
	return names
}

// AddPost adds a post at the end of the list; a usual one with who may stand for it.
func (m *Model) AddPost(name string) (data.PostID, error) {
	var id data.PostID
	name = strings.TrimSpace(name)
	err := m.book.Change("add the post of "+name, func(tx *book.Tx) error {
		all, err := tx.Posts.All()
		if err != nil {
			return err
		}
		last := 0
		for _, p := range all {
			if data.Fold(p.Name) == data.Fold(name) {
				return data.NewProblem("There is a post of that name already. Give this one another.", nil)
			}
			last = max(last, p.Place)
		}
		post := data.Post{Kind: data.FunctionalOfficer}
		for _, usual := range slices.Concat(data.StandardPosts(), data.FurtherPosts()) {
			if data.Fold(usual.Name) == data.Fold(name) {
				post = usual
			}
		}
		id = data.PostID(tx.NewID())
		post.ID, post.Name, post.Place = id, name, last+1
		return tx.Posts.Put(post)
	})
	return id, err
}

// RenamePost gives a post another name; who held it, and when, stays.
func (m *Model) RenamePost(post data.PostID, name string) error {
	p := m.post(post)
	p.Name = name
	return m.KeepPost(p)
}

// KeepPost stores what was corrected about a post: its name, its kind, who may stand for it and whether it may be shared.
// Its place in the list stays. The rule of balance counts the executive officers.
func (m *Model) KeepPost(p data.Post) error {
	p.Name = strings.TrimSpace(p.Name)
	was := m.postName(p.ID)
	what := "correct the post of " + was
	if was != p.Name {
		what = "rename the " + was + " to " + p.Name
	}
	return m.book.Change(what, func(tx *book.Tx) error {
		kept, err := tx.Posts.Get(p.ID)
		if err != nil {
			return err
		}
		p.Place = kept.Place
		p.Executive = p.Sort() == data.ExecutiveOfficer
		return tx.Posts.Put(p)
	})
}

// MovePost moves a post up the list (by -1) or down (by 1). At the end of the list nothing happens.
func (m *Model) MovePost(post data.PostID, by int) error {
	return m.book.Change("move the "+m.postName(post)+" in the list", func(tx *book.Tx) error {
		all, err := tx.Posts.All()
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(p data.Post) bool { return p.ID == post })
		j := i + by
		if i < 0 || j < 0 || j >= len(all) {
			return nil
		}
		all[i], all[j] = all[j], all[i]
		for place, p := range all {
			p.Place = place + 1
			if err := tx.Posts.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
}
