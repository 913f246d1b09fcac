package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the house, reached through the theme so that every widget changes with it.
const (
	ColorPaper      fyne.ThemeColorName = "branchbook.paper"      // the window
	ColorSurface    fyne.ThemeColorName = "branchbook.surface"    // cards and fields
	ColorRail       fyne.ThemeColorName = "branchbook.rail"       // the navigation
	ColorSunken     fyne.ThemeColorName = "branchbook.sunken"     // table heads, keycaps
	ColorLine       fyne.ThemeColorName = "branchbook.line"       // decorative rules; under 3:1, never the only edge of a control
	ColorBorder     fyne.ThemeColorName = "branchbook.border"     // the edge of a control
	ColorInk        fyne.ThemeColorName = "branchbook.ink"        // text
	ColorInk2       fyne.ThemeColorName = "branchbook.ink2"       // secondary text
	ColorAccent     fyne.ThemeColorName = "branchbook.accent"     // the primary action, and where you are
	ColorOnAccent   fyne.ThemeColorName = "branchbook.onAccent"   // text on Accent
	ColorCurrent    fyne.ThemeColorName = "branchbook.current"    // fill of the current item
	ColorCurrentInk fyne.ThemeColorName = "branchbook.currentInk" // text of the current item
	ColorFocus      fyne.ThemeColorName = "branchbook.focus"      // the focus ring and caret
	ColorSelection  fyne.ThemeColorName = "branchbook.selection"  // fill of the selected row, selected text
	ColorGreen      fyne.ThemeColorName = "branchbook.green"      // text of what is well
	ColorGreenFill  fyne.ThemeColorName = "branchbook.greenFill"  // fill behind Green
	ColorAmber      fyne.ThemeColorName = "branchbook.amber"      // text of what wants a look
	ColorAmberFill  fyne.ThemeColorName = "branchbook.amberFill"  // fill behind Amber
	ColorRed        fyne.ThemeColorName = "branchbook.red"        // text of what is late or lost
	ColorRedFill    fyne.ThemeColorName = "branchbook.redFill"    // fill behind Red
	ColorBlue       fyne.ThemeColorName = "branchbook.blue"       // text of what was sent, and of personal data
	ColorBlueFill   fyne.ThemeColorName = "branchbook.blueFill"   // fill behind Blue
	ColorGrey       fyne.ThemeColorName = "branchbook.grey"       // text of what is neither
	ColorGreyFill   fyne.ThemeColorName = "branchbook.greyFill"   // fill behind Grey
)

// A Scheme is one of the three sets of colours.
type Scheme string

// The schemes. Contrast also draws a 2 px edge around chips, fields and buttons.
const (
	Light    Scheme = "light"
	Dark     Scheme = "dark"
	Contrast Scheme = "contrast"
)

// palette holds a colour of each scheme as 0xRRGGBB.
type palette struct{ light, dark, contrast uint32 }

func (p palette) in(s Scheme) color.NRGBA {
	rgb := p.light
	switch s {
	case Dark:
		rgb = p.dark
	case Contrast:
		rgb = p.contrast
	}
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// colours returns the palette of a colour of ours; false for a name that is not ours.
func colours(name fyne.ThemeColorName) (palette, bool) {
	switch name {
	case ColorPaper:
		return palette{0xF6F1E7, 0x1B1916, 0xFFFFFF}, true
	case ColorSurface:
		return palette{0xFFFDF9, 0x26231F, 0xFFFFFF}, true
	case ColorRail:
		return palette{0xEDE6D8, 0x141210, 0xFFFFFF}, true
	case ColorSunken:
		return palette{0xF0EADD, 0x201D1A, 0xFFFFFF}, true
	case ColorLine:
		return palette{0xDDD4C3, 0x3F3A33, 0x000000}, true
	case ColorBorder:
		return palette{0x857B6C, 0x8C8374, 0x000000}, true
	case ColorInk:
		return palette{0x221D18, 0xF2ECE1, 0x000000}, true
	case ColorInk2:
		return palette{0x4D463C, 0xD0C8BA, 0x1A1A1A}, true
	case ColorAccent:
		return palette{0x9E1B2B, 0xFF9C98, 0x8B0016}, true
	case ColorOnAccent:
		return palette{0xFFFFFF, 0x2A0508, 0xFFFFFF}, true
	case ColorCurrent:
		return palette{0xF6E3DF, 0x43211F, 0xFFE3E3}, true
	case ColorCurrentInk:
		return palette{0x8A1020, 0xFFB9B2, 0x8B0016}, true
	case ColorFocus:
		return palette{0x1D4F91, 0x8FBEFF, 0x003BA8}, true
	case ColorSelection:
		return palette{0xE3ECF7, 0x1D3350, 0xD6E4FF}, true
	case ColorGreen:
		return palette{0x11502F, 0xA9E3BB, 0x003D1A}, true
	case ColorGreenFill:
		return palette{0xDDEEDF, 0x17351F, 0xFFFFFF}, true
	case ColorAmber:
		return palette{0x663C00, 0xFFD791, 0x5A3300}, true
	case ColorAmberFill:
		return palette{0xFBE8C4, 0x3F2C07, 0xFFFFFF}, true
	case ColorRed:
		return palette{0x8A1020, 0xFFB9B2, 0x8B0016}, true
	case ColorRedFill:
		return palette{0xFADFDB, 0x471417, 0xFFFFFF}, true
	case ColorBlue:
		return palette{0x1A3D70, 0xB5D3FF, 0x002F6C}, true
	case ColorBlueFill:
		return palette{0xDEE9F6, 0x17304F, 0xFFFFFF}, true
	case ColorGrey:
		return palette{0x40392F, 0xDED5C6, 0x000000}, true
	case ColorGreyFill:
		return palette{0xEAE3D6, 0x3A352E, 0xFFFFFF}, true
	default:
		return palette{}, false
	}
}

// stands returns our colour for one of Fyne's own names, so that Fyne's widgets are drawn in the same hand.
func stands(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case theme.ColorNameBackground:
		return ColorPaper, true
	case theme.ColorNameInputBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameButton:
		return ColorSurface, true
	case theme.ColorNameHeaderBackground, theme.ColorNameDisabledButton, theme.ColorNameHover, theme.ColorNamePressed,
		theme.ColorNameScrollBarBackground:
		return ColorSunken, true
	case theme.ColorNameForeground:
		return ColorInk, true
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return ColorInk2, true
	case theme.ColorNamePrimary, theme.ColorNameFocus, theme.ColorNameHyperlink:
		return ColorFocus, true
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return ColorBorder, true
	case theme.ColorNameSeparator:
		return ColorLine, true
	case theme.ColorNameSelection:
		return ColorSelection, true
	case theme.ColorNameError:
		return ColorRed, true
	case theme.ColorNameWarning:
		return ColorAmber, true
	case theme.ColorNameSuccess:
		return ColorGreen, true
	case theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnWarning, theme.ColorNameForegroundOnSuccess,
		theme.ColorNameForegroundOnPrimary:
		return ColorSurface, true
	default:
		return "", false
	}
}
