package parts

import (
	_ "embed"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// SizeUnit is the size of one of our pixels: 1 at 100%, 2 at 200%. Everything that has a size is a multiple of it.
const SizeUnit fyne.ThemeSizeName = "branchbook.unit"

// Smallest and largest size of text, in percent.
const (
	SmallestText = 100
	LargestText  = 200
)

//go:embed fonts/NotoSerif-Bold.ttf
var serifBold []byte

// A Theme is how Branchbook looks: a scheme of colours, and a size of text that everything else grows with.
type Theme struct {
	scheme  Scheme
	percent int
	serif   fyne.Resource
	tall    fyne.Resource // Noto Sans with the line height of the editor
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme with that scheme (Light for one it does not know) and a size of text from 100 to 200
// percent; others are brought within.
func NewTheme(s Scheme, percent int) *Theme {
	if s != Dark && s != Contrast {
		s = Light
	}
	return &Theme{
		scheme: s, percent: min(max(percent, SmallestText), LargestText),
		serif: fyne.NewStaticResource("NotoSerif-Bold.ttf", serifBold),
		tall:  taller(theme.DefaultTextFont(), 115),
	}
}

// Scheme returns the scheme of colours.
func (t *Theme) Scheme() Scheme { return t.scheme }

// Percent returns the size of text.
func (t *Theme) Percent() int { return t.percent }

// Color returns one of our colours, or ours that stands for one of Fyne's. The system's light or dark is not asked:
// the secretary chose.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if ours, ok := stands(name); ok {
		name = ours
	}
	if p, ok := colours(name); ok {
		return p.in(t.scheme)
	}
	switch name {
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x30}
	case colorVeil:
		return color.NRGBA{R: 0x14, G: 0x10, B: 0x0c, A: 0x99}
	}
	variant := theme.VariantLight
	if t.scheme == Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns Noto Sans, which Fyne carries. The style's TabWidth chooses a face of ours: see serifStyle, tallStyle.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch style.TabWidth {
	case serifStyle().TabWidth:
		return t.serif
	case tallStyle().TabWidth:
		if !style.Monospace && !style.Bold && !style.Italic {
			return t.tall
		}
	}
	return theme.DefaultTheme().Font(style)
}

// Icon returns Fyne's icon; our own are drawn by NewIcon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns a size, grown with the text.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	return t.at100(name) * float32(t.percent) / 100
}

func (t *Theme) at100(name fyne.ThemeSizeName) float32 {
	switch name {
	case SizeUnit:
		return 1
	case theme.SizeNameText:
		return 15
	case theme.SizeNameCaptionText:
		return 13
	case theme.SizeNameHeadingText:
		return 21
	case theme.SizeNameSubHeadingText:
		return 17
	case theme.SizeNameInputBorder:
		if t.scheme == Contrast {
			return 2
		}
		return 1.5
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameMenuRadius, theme.SizeNamePopupRadius:
		return 6
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return 8
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameModalBlurRadius:
		return 0
	default:
		return theme.DefaultTheme().Size(name)
	}
}

// The TabWidth of a TextStyle is the one thing that reaches a theme's Font untouched, and no text of ours has a tab.
// It stands for a face: Fyne 2.8.1 has no line height, and a theme only one family.
func serifStyle() fyne.TextStyle { return fyne.TextStyle{Bold: true, TabWidth: 7} }
func tallStyle() fyne.TextStyle  { return fyne.TextStyle{TabWidth: 3} }

// Dp returns n of our pixels in the theme that is on: n at 100%, 2n at 200%.
func Dp(n float32) float32 {
	unit := theme.Size(SizeUnit)
	if unit <= 0 { // a theme that is not ours
		unit = 1
	}
	return n * unit
}

// Logical returns a length on the canvas in our pixels, so that a screen can choose its arrangement: at 150% a window
// 1366 wide has 910.
func Logical(length float32) float32 { return length / Dp(1) }

// NarrowBelow is the logical width under which the rail shows icons over words and side panels become tabs.
const NarrowBelow = 1100

// Narrow says whether a window of that width on the canvas wants the narrow arrangement.
func Narrow(width float32) bool { return Logical(width) < NarrowBelow }

// edge returns the width of the edge of a control: 1.5 px, 2 in high contrast.
func edge() float32 { return theme.Size(theme.SizeNameInputBorder) }
