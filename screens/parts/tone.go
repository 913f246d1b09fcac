package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Tone is what a colour means. It never speaks alone: what has a tone has words too.
type Tone int

// The tones.
const (
	Plain  Tone = iota // ink
	Quiet              // secondary text
	Green              // well: carried, quorate, present
	Amber              // wants a look
	Red                // late, lost, wrong
	Blue               // sent; personal data
	Grey               // neither
	Accent             // the primary action; where you are
)

// Ink returns the colour of text in the tone.
func (t Tone) Ink() fyne.ThemeColorName {
	switch t {
	case Quiet:
		return ColorInk2
	case Green:
		return ColorGreen
	case Amber:
		return ColorAmber
	case Red:
		return ColorRed
	case Blue:
		return ColorBlue
	case Grey:
		return ColorGrey
	case Accent:
		return ColorAccent
	default:
		return ColorInk
	}
}

// Fill returns the colour behind text of the tone.
func (t Tone) Fill() fyne.ThemeColorName {
	switch t {
	case Green:
		return ColorGreenFill
	case Amber:
		return ColorAmberFill
	case Red:
		return ColorRedFill
	case Blue:
		return ColorBlueFill
	case Grey, Quiet:
		return ColorGreyFill
	case Accent:
		return ColorCurrent
	default:
		return ColorSurface
	}
}

// none is the name of no colour: nothing is drawn.
const none fyne.ThemeColorName = ""

const colorVeil fyne.ThemeColorName = "branchbook.veil"

// paint returns the colour of that name in the theme that is on.
func paint(name fyne.ThemeColorName) color.Color {
	if name == none {
		return color.Transparent
	}
	return theme.Color(name)
}

// isContrast says whether the theme that is on is the one of high contrast, which draws edges where others fill.
func isContrast() bool {
	t, ok := fyne.CurrentApp().Settings().Theme().(*Theme)
	return ok && t.Scheme() == Contrast
}
