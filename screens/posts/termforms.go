package posts

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startSucceeding asks who holds the post that is selected from now on: elected, co-opted, acting, or beside another.
func (v *officersView) startSucceeding() {
	post := v.of.model.Officer(v.chosen())
	if post.Post == "" {
		return
	}
	form := newTermForm(v.of, post)
	form.Open(v.of.deps.Shell, post.Name, form.who.Field())
}

// termForm is somebody coming into a post, as it is typed.
type termForm struct {
	*parts.PanelForm
	of     *Place
	post   Officer
	who    *parts.PersonField
	from   *parts.DateField
	how    *parts.Choice
	acting *parts.Check
	beside *parts.Check
}

func newTermForm(of *Place, post Officer) *termForm {
	t := &termForm{of: of, post: post}
	t.from = parts.NewDateField(of.model.Today())
	t.from.PutDate(of.model.Day())
	t.from.OnDate = func(data.Date, error) { t.look() }
	t.from.OnSubmitted = func(string) { t.record() }
	t.how = parts.NewChoice(howNames(), "Not recorded", nil)
	t.who = parts.NewPersonField("New holder", of.model.everybody, t.look, t.record)
	t.acting = parts.NewCheck("Acting until the post is elected to", func(bool) { t.look() })
	t.beside = parts.NewCheck("Shares the post with whoever holds it", func(bool) { t.look() })
	if post.Vacant {
		t.beside.Hide()
	}
	t.PanelForm = parts.NewPanelForm(parts.Column(12,
		parts.Secondary("Now: "+post.Holder+". A term that runs ends the day before, unless the post is shared or the new holder is acting.").Wrapped(0),
		parts.NewFormRow("New holder", t.who),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("In post from", t.from), 1), parts.Grow(parts.NewFormRow("How", t.how), 1)),
		t.acting, t.beside),
		parts.NewButton("Cancel", func() { t.Shut() }), parts.NewButton("Record", t.record).Primary().WithKey("Enter"))
	return t
}

func (t *termForm) read() (TakingUp, error) {
	from, err := t.from.Date()
	return TakingUp{
		Post: t.post.Post, Who: t.who.Who(), From: from, How: howAt(t.how.Chosen()),
		Acting: t.acting.Checked(), Beside: t.beside.Checked(),
	}, err
}

// look says what is worth a look about what is typed so far.
func (t *termForm) look() {
	d, _ := t.read()
	t.Say(parts.Amber, t.of.model.LookAt(d))
}

func (t *termForm) record() {
	d, err := t.read()
	if err == nil {
		err = t.of.model.TakeUp(d)
	}
	if err != nil {
		t.Fail(err)
		return
	}
	name, as := t.who.Text(), t.post.Name
	if d.Acting {
		as = "acting " + strings.ToLower(as[:1]) + as[1:]
	}
	t.Shut()
	t.of.said(name+" recorded as "+as+".", nil)
}

// leavings are the reasons for which a term or a seat ends, to be chosen from or typed over.
func leavings() []string {
	return []string{"resigned", "moved away", "no longer a member", "removed by the branch", "died"}
}

// startEnding asks for the last day in the post that is selected, who goes where there are two, and why.
func (v *officersView) startEnding() {
	post := v.of.model.Officer(v.chosen())
	names, who := v.of.model.Holding(post.Post)
	if len(names) == 0 {
		return
	}
	last := parts.NewDateField(v.of.model.Today())
	last.PutDate(v.of.model.Day())
	why := newReason()
	whose := parts.NewChoice(append(names, "Everybody"), "Everybody", nil)
	whose.Choose(0)
	rows := []fyne.CanvasObject{parts.Secondary("Now: " + post.Holder + ".").Wrapped(0)}
	if len(names) > 1 {
		rows = append(rows, parts.NewFormRow("Whose term ends", whose))
	}
	rows = append(rows, parts.NewFormRow("Last day in post", last), why.row())
	v.of.ask("End a term as "+post.Name, parts.Column(12, rows...), why.field, func() (string, error) {
		day, err := last.Date()
		if err != nil {
			return "", err
		}
		var person data.PersonID
		if i := whose.Chosen(); i >= 0 && i < len(who) {
			person = who[i]
		}
		return "A term as " + post.Name + " ends on " + day.String() + ".", v.of.model.Resign(post.Post, person, day, why.field.Text)
	})
}

// A reason is why something ended: one of the usual words, or others.
type reason struct {
	field  *parts.Field
	choice *parts.Choice
}

func newReason() *reason {
	r := &reason{field: parts.NewField("resigned, moved away")}
	r.choice = parts.NewChoice(leavings(), "Usual reasons", func(i int) {
		if i >= 0 {
			r.field.Put(leavings()[i])
		}
	})
	return r
}

func (r *reason) row() fyne.CanvasObject {
	return parts.RowTop(12, parts.Grow(parts.NewFormRow("Why", r.field).WithHint("optional; kept with the term"), 3), parts.Grow(parts.NewFormRow("Or choose", r.choice), 2))
}
