// Package parts is our own widgets, the theme, and how things are set beside one another.
//
// Everything is sized in our pixels, which grow with the secretary's text size: Dp(12). Colours are names that the theme
// answers (ColorInk), or a Tone, which is what a colour means. Constructors return a widget or a *fyne.Container; those
// that return their receiver chain: NewButton("Log a motion", log).Primary().WithIcon(IconPlus).WithKey("F3").
//
// # Setting things beside one another
//
//	Row(8, a, b)         side by side, middles level       RowTop, RowFill: at the top; as high as the row
//	Column(8, a, b)      one above the other, as wide as the column
//	Grow(o, 1), Gap()    a share of what is left; room that grows
//	Fixed(o, 204)        that wide        AtMost(o, 300), AtLeast(o, w, h)
//	Left, Centre, Right  at its natural width, there
//	Pad(o, 16), PadXY, Pads, Layers(back, front), Page(o)
//	NewScroll(o)         scrolls what is too high; NewScroller(o) takes the height that is left
//
// Nothing long makes a window wide: a text is cut with an ellipsis, or wrapped after Wrapped(0). When words change with
// SetText the rows around them settle by themselves; after Show, Hide or a change of Objects call Settle(o).
//
// # Words
//
//	Title, Heading, CardHeading, Body, Bold, Secondary, Caption, Label, NewText(RoleClock, "8.12pm")
//	.In(Green) .Wrapped(0) .Aligned(fyne.TextAlignTrailing) .SetText("…")
//	NewRich(RoleBody, Run{Text: "oka", Bold: true}, …)  mixed, with Added, Removed, Highlight
//	NewChip(Green, IconCheck, "Carried"), ChipOf(Mark{…})   NewKeycap("F2")   NewBadge(3)   NewIcon(IconLock, Blue, 18)
//
// # Surfaces
//
//	Card(o) Sheet(o) HeadedCard("Officers", Caption("9 of 10"), o) CurrentCard(o) Sunken(o) Toned(Green, o)
//	PageHead(title, under, buttons…)   IconTile(IconSend, Red)   Rule()   NewPlate(ColorSunken)
//
// # Things to press
//
//	NewButton(label, do)  .Primary() .Quiet() .Danger() .Small() .Tall() .Leading() .WithIcon .WithKey
//	NewSegments(names, changed)  NewTabs(names, changed)        Left and Right choose
//	NewCheck(label, changed)  NewColumnCheck(label, personal, changed)  NewSwitch("Warn", "Off", changed)
//	NewChoice(options, "Nobody yet", changed)                   Up, Down, letters; Space opens
//	NewRail(items, RailActions{…})
//
// # Fields
//
//	NewField(placeholder)   .OnChanged .OnSubmitted (else Enter goes on) .OnEscape .OnKey; Put(text) is silent
//	NewPasswordField  NewNumberField  NewDigits (votes)  NewPrompt  NewSlip (ballots)  NewDateField(today)  NewTimeField(evening)
//	NewEditor(placeholder, lines)                                Tab leaves it
//	NewNameField(placeholder, match, chosen)                     matches stand under it
//	NewFormRow("Starts", field).WithHint("…"); SetError("…")     label over, error under
//
// # Tables and pictures of data
//
//	NewRegister(OneLine, columns…); SetRows(Rows{…}); OnSelected, OnOpen; Select(id)
//	NewSheetPreview(8)  NewPips(15, 10, 18)  NewTimeline(moments)  Life(steps)  FactRow("Quorum", Body("10"))
//
// # Lines that say how it stands, and things over the window
//
//	NewUndoBar(key, undo)  NewSaveState()  NewBanner(actions…)  NewProgressLine()
//	ShowModal(canvas, ModalLook{…}, content, first)   NewPalette(…)   Buttons(cancel, do)
//
// # Keys
//
// Every widget that can have the focus hands the bare keys that it does not use to its canvas's typed-key handler
// (PassKey), which the window joins to its place.Keys. So F2 and Escape reach the place wherever the caret is, and no
// constructor has to be given a dispatcher. Letters that a button, a register or a number field cannot use go to the
// canvas's typed-rune handler in the same way.
package parts
