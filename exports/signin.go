package exports

import (
	"context"
	"io"

	"branchbook/data"
	"branchbook/exports/page"
)

// WriteSignIn writes the sign-in sheet of a meeting as a Word document. It returns ctx's error when that is cancelled, and
// the writer's.
func WriteSignIn(ctx context.Context, w io.Writer, d data.SignInDoc, house House) error {
	return set(ctx, w, page.WriteWord, "sign-in sheet", signInDocument(d, house))
}

// WriteSignInPDF writes the same sheet as a PDF file. Its errors are WriteMinutesPDF's.
func WriteSignInPDF(ctx context.Context, w io.Writer, d data.SignInDoc, house House) error {
	return set(ctx, w, page.WritePDF, "sign-in sheet", signInDocument(d, house))
}

// signInShares share the breadth out: room to sign is what matters.
var signInShares = [...]int{4, 13, 8, 7, 5, 15, 5}

func signInDocument(d data.SignInDoc, house House) page.Document {
	doc := page.Document{
		Title: d.Title + ", " + d.On.Short(), Unit: d.Branch, Subject: d.When, Author: d.Branch, Created: house.Made, Foot: d.Advice,
		Blocks: []page.Block{page.Masthead{Unit: d.Branch, Title: d.Title, Lines: filled(d.When, d.Quorum)}},
	}
	table := func(rows [][]string, caption string) page.Table {
		t := page.Table{Caption: caption}
		for i, title := range d.Columns {
			t.Columns = append(t.Columns, page.Column{Title: title, Share: signInShares[i], Right: i == 0})
		}
		for _, r := range rows {
			r = append([]string(nil), r...)
			r[0] += room
			t.Rows = append(t.Rows, r)
		}
		return t
	}
	if len(d.Rows) > 0 {
		doc.Blocks = append(doc.Blocks, table(d.Rows, ""))
	}
	var guests [][]string
	for range d.Guests {
		guests = append(guests, make([]string, len(d.Columns)))
	}
	doc.Blocks = append(doc.Blocks, page.PageBreak{}, table(guests, "Guests and others who are not on the list"))
	return house.paper(doc)
}
