package ballot

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// entryCard is the field with the candidates under it, or what must happen before there is one.
type entryCard struct {
	p             *Place
	view          *fyne.Container
	typing, start *fyne.Container
	heading       *parts.Text
	who           *parts.Chip
	says          *parts.Text // what the field wants, what the line says in names, or what is wrong with it
	saying        *fyne.Container
	hint, whose   string
	field         *parts.Field
	next          *parts.Button
	choices       *fyne.Container
	lines         []*choiceLine
	laid          []Choice // the choices that lines show
	wrong         error    // what was wrong with the line that was entered last

	startTitle, startText *parts.Text
	begin                 *parts.Button
}

func newEntryCard(p *Place) *entryCard {
	v := &entryCard{
		p: p, heading: parts.CardHeading(""), who: parts.NewChip(parts.Grey, parts.IconPerson, ""),
		says: parts.Secondary("").Wrapped(2), choices: parts.Column(0), saying: parts.Column(0),
		startTitle: parts.CardHeading("").Wrapped(2), startText: parts.Secondary("").Wrapped(0),
	}
	v.field = parts.NewSlip("3 1 2").Named("Ballot")
	v.field.OnSubmitted = p.enter
	v.field.OnChanged = v.typed
	v.field.OnEscape = p.escape
	v.next = parts.NewButton("Next ballot", func() { p.enter(v.field.Text) }).Primary().WithKey("Enter")
	v.begin = parts.NewButton("Begin typing", p.begin).Primary().WithIcon(parts.IconPencil).WithKey("Enter")
	buttons := parts.Row(8,
		parts.NewButton("Blank", func() { p.enter("b") }).WithKey("F8").Spoken("Blank ballot"),
		parts.NewButton("Spoilt", p.spoil).WithKey("F9").Spoken("Spoilt ballot"),
		parts.Gap(),
		parts.NewButton("Back one", func() { p.move(p.model.Back()) }).Quiet().WithIcon(parts.IconChevronLeft).WithKey("PgUp"))
	v.typing = parts.Column(8,
		still(parts.Row(8, parts.Grow(v.heading, 1), v.who)), v.saying,
		parts.RowFill(8, parts.Grow(v.field, 1), v.next), v.choices, buttons)
	v.start = parts.Column(10, v.startTitle, v.startText, parts.Left(v.begin))
	v.view = parts.Card(parts.Column(0, v.typing, v.start))
	return v
}

// first is where the caret belongs.
func (v *entryCard) first() fyne.Focusable {
	if !v.typing.Hidden {
		return v.field
	}
	if !v.begin.Hidden {
		return v.begin
	}
	return v.p.list.register
}

// typed lights up the choices. While a reason is asked for its digit is enough.
func (v *entryCard) typed(line string) {
	v.wrong = nil
	if v.p.model.Spoiling() && line != "" {
		v.p.enter(line)
		return
	}
	v.showTyped(line)
}

func (v *entryCard) show() {
	v.showStart()
	c := v.p.model.Card()
	v.heading.SetText(c.Heading)
	if c.Who != v.whose {
		v.whose = c.Who
		v.who.Set(parts.Mark{Tone: parts.Grey, Icon: parts.IconPerson, Text: c.Who})
	}
	v.hint = c.Hint
	if c.Next != "" {
		v.next.SetLabel(c.Next)
	}
	if hide(v.next, c.Next == "") {
		parts.Settle(v.typing)
	}
	if v.field.PlaceHolder != c.Like {
		v.field.SetPlaceHolder(c.Like)
	}
	v.showTyped(v.field.Text)
}

// showStart shows the field, or what must happen before there is one.
func (v *entryCard) showStart() {
	start, needed := v.p.model.Start()
	if needed {
		v.startTitle.SetText(start.Title)
		v.startText.SetText(start.Text)
		v.begin.SetLabel(start.Button)
		v.begin.Hidden = start.Button == ""
	}
	if v.typing.Hidden != needed || v.start.Hidden == needed {
		v.typing.Hidden, v.start.Hidden = needed, !needed
		parts.Settle(v.view)
		v.view.Refresh()
	}
}

// showTyped shows what the line says beside the candidates, and in names where those scroll away; or what is wrong with it.
func (v *entryCard) showTyped(line string) {
	choices := v.p.model.Choices(line)
	v.layChoices(choices)
	echo := ""
	if len(choices) > twoColumnsFrom {
		echo = v.p.model.Echo(line)
	}
	switch {
	case v.wrong != nil:
		v.says.In(parts.Red).SetText(data.Say(v.wrong))
	case echo != "":
		v.says.In(parts.Blue).SetText(echo)
	default:
		v.says.In(parts.Quiet).SetText(v.hint)
	}
}

// layChoices shows the choices: anew where they are others, else what is said of each alone.
func (v *entryCard) layChoices(choices []Choice) {
	same := slices.EqualFunc(choices, v.laid, func(a, b Choice) bool { return a.Number == b.Number && a.Name == b.Name })
	if !same {
		v.lines = nil
		var lines []fyne.CanvasObject
		for _, c := range choices {
			l := newChoiceLine(c, len(choices) > twoColumnsFrom)
			v.lines, lines = append(v.lines, l), append(lines, l.view)
		}
		parts.Swap(v.choices, arranged(lines))
		parts.Swap(v.saying, saying(v.says, len(lines)))
		parts.Settle(v.view)
		v.view.Refresh()
	}
	for i, c := range choices {
		if !same || v.laid[i] != c {
			v.lines[i].say(c)
		}
	}
	v.laid = choices
}

// saying keeps room for two lines over a long ballot, so that nothing jumps while names are added to them.
func saying(says *parts.Text, choices int) fyne.CanvasObject {
	if choices > twoColumnsFrom {
		return still(parts.AtLeast(says, 0, 40))
	}
	return parts.AtLeast(says, 0, 20)
}

const (
	// twoColumnsFrom is how many candidates stand in one column.
	twoColumnsFrom = 5
	// choicesHigh is the height that the candidates may take before they scroll, in our pixels.
	choicesHigh = 150
	choiceHigh  = 30
)

// arranged sets the lines of a ballot in one column, or in two that scroll.
func arranged(lines []fyne.CanvasObject) fyne.CanvasObject {
	if len(lines) <= twoColumnsFrom {
		return parts.Column(0, lines...)
	}
	half := (len(lines) + 1) / 2
	both := parts.RowTop(14, parts.Grow(parts.Column(0, lines[:half]...), 1), parts.Grow(parts.Column(0, lines[half:]...), 1))
	if half*choiceHigh <= choicesHigh {
		return both
	}
	return parts.AtLeast(parts.NewScroll(both), 0, choicesHigh)
}

// choiceLine is one candidate with the number on the ballot, and what the typed line says.
type choiceLine struct {
	view  fyne.CanvasObject
	said  *parts.Chip
	plain *parts.Text
	short bool
}

func newChoiceLine(c Choice, short bool) *choiceLine {
	l := &choiceLine{said: parts.NewChip(parts.Blue, "", ""), plain: parts.Secondary(""), short: short}
	l.view = still(parts.AtLeast(parts.Row(8, parts.NewKeycap(strconv.Itoa(c.Number)), parts.Grow(parts.Body(c.Name), 1), l.plain, l.said), 0, choiceHigh))
	return l
}

// say shows what is said of the candidate. In two columns there is no room for "choice", nor for what is not said.
func (l *choiceLine) say(c Choice) {
	words, plain := c.Said, ""
	if l.short {
		words = c.Short
	}
	if !c.Lit {
		words, plain = "", c.Said
		if l.short {
			plain = ""
		}
	}
	l.plain.SetText(plain)
	l.said.Set(parts.Mark{Tone: parts.Blue, Text: words})
}
