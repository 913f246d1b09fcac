package settings

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// safetyView is the safe copies, the passphrase, the check of the book and its history.
type safetyView struct {
	model                 *Model
	deps                  Deps
	copies                *parts.Register
	folder, second        *parts.Text
	forgetSecond          *parts.Button
	file                  *parts.Text
	secret                *parts.PasswordField
	prove, check, more    *parts.Button
	proof, checked        *fyne.Container
	old, fresh, again     *parts.PasswordField
	history               *parts.Register
	chosen                Copy
	copiesCard, proveCard fyne.CanvasObject
	phraseCard, checkCard fyne.CanvasObject
	historyCard           fyne.CanvasObject
}

func newSafetyView(m *Model, d Deps) *safetyView {
	v := &safetyView{
		model: m, deps: d, folder: parts.Caption("").Wrapped(0), second: parts.Body("").Wrapped(0), file: parts.Body(""),
		secret: parts.NewPasswordField(""), proof: parts.Column(0), checked: parts.Column(4),
		old: parts.NewPasswordField(""), fresh: parts.NewPasswordField(""), again: parts.NewPasswordField(""),
	}
	v.buildCopies()
	v.buildProof()
	v.buildPassphrase()
	v.buildCheck()
	return v
}

func (v *safetyView) buildCopies() {
	v.copies = parts.NewRegister(parts.OneLine, parts.RegisterColumn{Title: "Made", Width: 190},
		parts.RegisterColumn{Title: "File", Width: 120, Grow: 1}, parts.RegisterColumn{Title: "Size", Width: 70, Right: true})
	v.copies.SetEmpty("No dated copy yet. One is made each time the book is closed.")
	backUp := parts.NewButton("Back up now", func() {
		v.deps.Copies.BackUp(func(err error) {
			if err == nil {
				v.reload()
			}
		})
	}).WithIcon(parts.IconShield).WithKey("Ctrl+B").Small()
	choose := parts.NewButton("Choose a second place…", func() { v.deps.Copies.ChooseSecondPlace(v.reload) }).Small()
	v.forgetSecond = parts.NewButton("None", func() {
		v.deps.Copies.ForgetSecondPlace()
		v.reload()
	}).Small()
	v.copiesCard = parts.HeadedCard("Safe copies", backUp, parts.Column(10, parts.AtLeast(v.copies, 0, 150), v.folder, parts.Rule(),
		v.second, parts.Row(10, choose, v.forgetSecond)))
}

func (v *safetyView) buildProof() {
	v.prove = parts.NewButton("Prove it", v.proveCopy).Primary()
	v.secret.OnSubmitted = func(string) { v.proveCopy() }
	choose := parts.NewButton("Choose a copy…", func() { v.deps.Copies.Choose(v.chose) }).WithIcon(parts.IconEye).Small()
	v.proveCard = parts.HeadedCard("Prove a copy", choose, parts.Column(12, v.file,
		parts.NewFormRow("Its passphrase", v.secret).WithHint("as it was when the copy was made"), parts.Left(v.prove), v.proof,
		parts.Caption("A copy counts as safe only after it has been opened again.").Wrapped(0)))
}

func (v *safetyView) buildPassphrase() {
	v.again.OnSubmitted = func(string) { v.changePassphrase() }
	v.phraseCard = parts.HeadedCard("Passphrase", nil, parts.Column(12,
		parts.NewFormRow("Passphrase now", v.old).WithHint("or the recovery code"),
		parts.NewFormRow("New passphrase", v.fresh).WithHint("three or four words"), parts.NewFormRow("New passphrase again", v.again).WithHint("Alt+S shows them"),
		parts.Row(14, parts.NewButton("Change the passphrase", v.changePassphrase).Primary(),
			parts.Grow(parts.Caption("Older copies keep the old passphrase. The recovery code stays.").Wrapped(0), 1))))
}

func (v *safetyView) buildCheck() {
	v.check = parts.NewButton("Check the book", v.checkBook).WithIcon(parts.IconCheck).Small()
	v.checkCard = parts.HeadedCard("Check the book", v.check, parts.Column(8,
		parts.Body("Every record is read, and the journal is followed from its first line to its last.").Wrapped(0), v.checked))
	v.history = parts.NewRegister(parts.OneLine, parts.RegisterColumn{Title: "When", Width: 190}, parts.RegisterColumn{Title: "What", Width: 160, Grow: 1})
	v.more = parts.NewButton("Show older", func() {
		if err := v.model.MoreHistory(); err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.show()
	}).Small()
	v.historyCard = parts.HeadedCard("History of changes", v.more, parts.AtLeast(v.history, 0, 260))
}

func (v *safetyView) arrange(width float32) fyne.CanvasObject {
	if width < 760 {
		return parts.NewScroll(parts.Column(14, v.copiesCard, v.proveCard, v.phraseCard, v.checkCard, v.historyCard))
	}
	return parts.NewScroll(parts.Column(14,
		parts.RowTop(14, parts.Grow(v.copiesCard, 1), parts.Grow(v.proveCard, 1)),
		parts.RowTop(14, parts.Grow(v.phraseCard, 1), parts.Grow(v.checkCard, 1)), v.historyCard))
}

func (v *safetyView) reload() {
	if err := v.model.LoadSafety(); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.show()
}

func (v *safetyView) show() {
	s := v.model.Safety
	v.copies.SetRows(parts.Rows{Len: len(s.Copies), ID: func(i int) string { return s.Copies[i].name }, Cells: func(i int) []parts.Cell {
		return []parts.Cell{{Text: s.Copies[i].made}, {Text: s.Copies[i].name}, {Text: s.Copies[i].size}}
	}})
	v.folder.SetText("Dated copies are in " + s.Folder)
	v.second.SetText("Where what cannot be saved goes when the disk fails: nowhere yet. A USB stick does well.")
	if s.Second != "" {
		v.second.SetText("What cannot be saved when the disk fails goes to " + s.Second)
	}
	v.forgetSecond.Hidden = s.Second == ""
	v.history.SetRows(parts.Rows{Len: len(s.History), ID: func(i int) string { return fmt.Sprint(i) }, Cells: func(i int) []parts.Cell {
		return []parts.Cell{{Text: s.History[i].when}, {Text: s.History[i].what}}
	}})
	v.more.Hidden = !s.More
	v.showProof(s.Proof)
	v.showChecked(s)
	parts.Settle(v.forgetSecond)
}

func (v *safetyView) showProof(p proof) {
	v.file.SetText("No copy is chosen yet.")
	if v.chosen != nil {
		v.file.SetText(v.chosen.Name())
	}
	v.prove.SetEnabled(v.chosen != nil)
	v.proof.Objects = nil
	if p.Title != "" {
		lines := []fyne.CanvasObject{parts.Bold(p.Title).In(parts.Green).Wrapped(0), parts.Secondary(p.Text).In(parts.Green).Wrapped(0)}
		for _, c := range p.Counts {
			lines = append(lines, parts.FactRow(c.name, parts.Body(c.words()).In(parts.Green)))
		}
		v.proof.Objects = []fyne.CanvasObject{parts.Toned(parts.Green, parts.Column(6, lines...))}
	}
	parts.Settle(v.proof)
}

func (v *safetyView) showChecked(s safety) {
	tone := parts.Green
	if !s.Sound {
		tone = parts.Red
	}
	v.checked.Objects = nil
	for _, line := range s.Checked {
		v.checked.Objects = append(v.checked.Objects, parts.Body(line).In(tone).Wrapped(0))
	}
	parts.Settle(v.checked)
}

func (v *safetyView) chose(c Copy) {
	v.chosen, v.model.Safety.Proof = c, proof{}
	v.show()
	v.deps.Shell.Focus(v.secret)
}

func (v *safetyView) proveCopy() {
	if v.chosen == nil {
		return
	}
	v.prove.SetEnabled(false)
	v.deps.Shell.Runner().Run(v.model.proving(v.chosen, v.secret.Text, v.ended))
}

func (v *safetyView) checkBook() {
	v.check.SetEnabled(false)
	v.deps.Shell.Runner().Run(v.model.checking(v.ended))
}

// ended follows a proof or a check, however it went.
func (v *safetyView) ended(err error) {
	v.check.SetEnabled(true)
	v.show()
	if !errors.Is(err, context.Canceled) {
		v.deps.Shell.Problem(err)
	}
}

func (v *safetyView) changePassphrase() {
	old, fresh, again := v.old.Text, v.fresh.Text, v.again.Text
	said := ""
	v.deps.Shell.Runner().Run(place.Task{
		Name: "Changing the passphrase",
		Work: func(context.Context, place.Report) (func(), error) {
			var err error
			said, err = v.model.ChangePassphrase(old, fresh, again)
			return nil, err
		},
		Finished: func(err error) {
			switch {
			case err == nil:
				v.forget()
				v.deps.Shell.Notify(said)
			case said != "" && errors.Is(err, context.Canceled):
				v.deps.Shell.Notify(said) // it was done before it could be stopped
			case !errors.Is(err, context.Canceled):
				v.deps.Shell.Problem(err)
			}
		},
	})
}

// forget empties the passphrases that were typed.
func (v *safetyView) forget() {
	for _, f := range v.secrets() {
		f.Put("")
	}
}

func (v *safetyView) secrets() []*parts.PasswordField {
	return []*parts.PasswordField{v.secret, v.old, v.fresh, v.again}
}

func (v *safetyView) reveal() {
	for _, f := range v.secrets() {
		f.Toggle()
	}
}

func (v *safetyView) first() fyne.Focusable { return v.copies }
