package parts

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// luminance and contrast are those of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func colourOf(t *testing.T, s Scheme, name fyne.ThemeColorName) color.NRGBA {
	t.Helper()
	c, ok := NewTheme(s, 100).Color(name, theme.VariantLight).(color.NRGBA)
	if !ok || c.A != 0xff {
		t.Fatalf("%s in %s is %v", name, s, c)
	}
	return c
}

func TestTextCanBeReadAtSevenToOneInEveryScheme(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorPaper, ColorSurface, ColorRail, ColorSunken, ColorSelection}
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColorInk: append(grounds, ColorCurrent, ColorGreyFill), ColorInk2: grounds,
		ColorAccent: {ColorPaper, ColorSurface}, ColorOnAccent: {ColorAccent}, ColorCurrentInk: {ColorCurrent},
		ColorGreen: {ColorGreenFill, ColorSurface}, ColorAmber: {ColorAmberFill, ColorSurface}, ColorRed: {ColorRedFill, ColorSurface},
		ColorBlue: {ColorBlueFill, ColorSurface}, ColorGrey: {ColorGreyFill, ColorSurface},
	}
	for _, s := range []Scheme{Light, Dark, Contrast} {
		for ink, grounds := range pairs {
			for _, ground := range grounds {
				if got := contrast(colourOf(t, s, ink), colourOf(t, s, ground)); got < 7 {
					t.Errorf("%s: %s on %s is %.2f to 1", s, ink, ground, got)
				}
			}
		}
	}
}

func TestEdgesOfControlsAndTheFocusRingAreSeen(t *testing.T) {
	for _, s := range []Scheme{Light, Dark, Contrast} {
		for _, edge := range []fyne.ThemeColorName{ColorBorder, ColorFocus} {
			for _, ground := range []fyne.ThemeColorName{ColorPaper, ColorSurface} {
				if got := contrast(colourOf(t, s, edge), colourOf(t, s, ground)); got < 3 {
					t.Errorf("%s: %s on %s is %.2f to 1", s, edge, ground, got)
				}
			}
		}
	}
}

func TestFynesOwnColoursAreAllAnswered(t *testing.T) {
	for _, s := range []Scheme{Light, Dark, Contrast} {
		test.AssertAllColorNamesDefined(t, NewTheme(s, 100), string(s))
	}
}

func TestATextSizeOutsideTheRangeIsBroughtWithin(t *testing.T) {
	for given, want := range map[int]int{0: 100, 100: 100, 150: 150, 900: 200} {
		if got := NewTheme(Light, given).Percent(); got != want {
			t.Errorf("%d%% became %d%%, want %d%%", given, got, want)
		}
	}
	if got := NewTheme("mauve", 100).Scheme(); got != Light {
		t.Errorf("a scheme that there is not became %s", got)
	}
}

func TestEverySizeGrowsWithTheText(t *testing.T) {
	for _, name := range []fyne.ThemeSizeName{SizeUnit, theme.SizeNameText, theme.SizeNameInnerPadding, theme.SizeNameInputBorder} {
		if small, large := NewTheme(Light, 100).Size(name), NewTheme(Light, 200).Size(name); large != 2*small || small == 0 {
			t.Errorf("%s is %v at 100%% and %v at 200%%", name, small, large)
		}
	}
}

func TestTheEditorsLinesAreHigherThanOrdinaryOnes(t *testing.T) {
	inTheme(t, Light, 100)
	plain := fyne.MeasureText("Mg", 16, fyne.TextStyle{}).Height
	tall := fyne.MeasureText("Mg", 16, tallStyle()).Height
	if tall < 24.5 || tall > 25.7 || plain >= tall {
		t.Errorf("a line of the editor is %v high, an ordinary one %v; want 25", tall, plain)
	}
}

func TestAFontThatCannotBeReadIsLeftAsItIs(t *testing.T) {
	for _, bytes := range [][]byte{nil, []byte("OTTO"), []byte("\x00\x01\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00hhea")} {
		font := fyne.NewStaticResource("x.ttf", bytes)
		if got := taller(font, 115); got != fyne.Resource(font) {
			t.Errorf("%q was changed", bytes)
		}
	}
}

func TestEveryIconIsThere(t *testing.T) {
	for _, name := range []IconName{IconCalendar, IconMeeting, IconDocument, IconRosette, IconPeople, IconCheckbox, IconSend,
		IconSliders, IconLock, IconSearch, IconCheck, IconWarning, IconClock, IconCross, IconPencil, IconPlus, IconMinus, IconUndo,
		IconDownload, IconShield, IconFlag, IconEye, IconEyeOff, IconChevronLeft, IconChevronRight, IconChevronUp, IconChevronDown,
		IconHome, IconBook, IconTable, IconPrinter, IconStar, IconPerson, IconInfo} {
		if drawing(name, color.Black) == nil {
			t.Errorf("there is no drawing of %s", name)
		}
	}
	if drawing("unicorn", color.Black) != nil || drawing("", color.Black) != nil {
		t.Error("something was drawn for an icon that there is not")
	}
}
