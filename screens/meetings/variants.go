package meetings

import (
	"fmt"

	"branchbook/data"
	"branchbook/data/book"
)

// publicCopy is what the panel of public minutes shows.
type publicCopy struct {
	Items []publicItem
	// LeftOut is what the paper says in small type, and Differs that the records have changed since the approval; "" when
	// they have not.
	LeftOut, Differs string
}

// publicItem is an item that may be confidential. One under a confidential item is not listed: it is left out with it.
type publicItem struct {
	id           data.ItemID
	label        string
	confidential bool
}

// PublicCopy reads what public minutes of the open meeting would leave out.
func (m *Model) PublicCopy() (copied publicCopy, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(m.Open)
		if err != nil {
			return err
		}
		numbers, secret := data.NumberItems(e.Items), map[data.ItemID]bool{}
		for _, i := range data.OrderItems(e.Items) {
			secret[i.ID] = i.Confidential || secret[i.Under] && i.Under != ""
			if i.Under == "" || !secret[i.Under] {
				copied.Items = append(copied.Items, publicItem{i.ID, joinedBy(" ", numbers[i.ID], i.Heading), i.Confidential})
			}
		}
		copied.LeftOut, copied.Differs = e.PublicMinutes().LeftOut, e.PublicDiffers()
		return nil
	})
	return copied, err
}

// KeepConfidential keeps an item and all that is under it out of public minutes, or lets it into them. It returns the line
// that says so.
func (m *Model) KeepConfidential(id data.ItemID, confidential bool) (string, error) {
	return confidentialWords(confidential), m.book.Change(map[bool]string{
		true: "keep an item out of public minutes", false: "let an item into public minutes",
	}[confidential], func(tx *book.Tx) error {
		item, err := tx.Items.Get(id)
		if err != nil {
			return err
		}
		item.Confidential = confidential
		return tx.Items.Put(item)
	})
}

// Extracts lists what an extract of the open minutes can be made of.
func (m *Model) Extracts() (choices []data.ExtractChoice, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(m.Open)
		choices = e.Extracts()
		return err
	})
	return choices, err
}

// Years are the years of which a report can be made, the latest first, each in words.
func (m *Model) Years() (years []data.Period, words []string, err error) {
	err = m.book.Read(func(r *book.Reading) (err error) {
		years, err = r.Years(m.today())
		return err
	})
	for i, y := range years {
		how := "from one annual general meeting to the next"
		if i == 0 {
			how = "up to today"
		}
		words = append(words, fmt.Sprintf("%s, %s", y, how))
	}
	return years, words, err
}

func joinedBy(with string, a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + with + b
}

func confidentialWords(confidential bool) string {
	if confidential {
		return "The item is confidential: public minutes leave it out."
	}
	return "The item is no longer confidential."
}
