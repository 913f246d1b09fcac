package book

import (
	"fmt"
	"slices"

	"branchbook/data"
)

// Layouts are how returns are laid out for those who get them.
type Layouts struct {
	Records[data.Layout, data.LayoutID]
}

// For returns the layout of a return for a recipient, "" for the constituency secretary; a new one, without an ID, while
// nothing was remembered.
func (c Layouts) For(kind data.PaperKind, to string) (data.Layout, error) {
	found, err := c.Where(func(l data.Layout) bool { return l.Kind == kind && data.Fold(l.To) == data.Fold(to) })
	if err != nil || len(found) == 0 {
		return data.Layout{Kind: kind, To: to}, err
	}
	return found[0], nil
}

// Recipients are those for whom a layout of the return was remembered, beside the constituency secretary.
func (c Layouts) Recipients(kind data.PaperKind) ([]string, error) {
	found, err := c.Where(func(l data.Layout) bool { return l.Kind == kind && l.To != "" })
	names := make([]string, len(found))
	for i, l := range found {
		names[i] = l.To
	}
	return names, err
}

// PutLayout remembers a layout, as the first for its recipient or in place of the one before.
func (tx *Tx) PutLayout(l data.Layout) error {
	if l.ID == "" {
		held, err := tx.Layouts.For(l.Kind, l.To)
		if err != nil {
			return err
		}
		if held.ID != "" {
			return fmt.Errorf("book: a layout of %s for that recipient is there already", l.Kind)
		}
		l.ID = data.LayoutID(tx.NewID())
	}
	return tx.Layouts.Put(l)
}

// LaidOut works out a spreadsheet as it is remembered for its recipient: with the columns that were chosen for them, where
// the order names none, or with those of the template that they supplied, which it returns, and nil where there is none.
// Its errors are those of TableDoc.
func (r *Reading) LaidOut(kind data.PaperKind, o TableOrder) (data.TableDoc, *data.Template, error) {
	layout, err := r.Layouts.For(kind, o.To)
	if err != nil {
		return data.TableDoc{}, nil, err
	}
	t := layout.Template
	switch {
	case t != nil:
		o.Columns = slices.DeleteFunc(slices.Clone(t.Keys), func(key string) bool { return key == "" })
	case o.Columns == nil:
		o.Columns = layout.Columns
	}
	doc, err := r.TableDoc(kind, o)
	if err == nil && t != nil {
		doc = doc.LaidOut(*t)
	}
	return doc, t, err
}
