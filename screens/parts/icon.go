package parts

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

//go:embed icons/*.svg
var drawings embed.FS

// An IconName names one of our drawings: lines on a grid of 24. "" is no icon.
type IconName string

// The icons.
const (
	IconCalendar     IconName = "calendar"
	IconMeeting      IconName = "meeting"
	IconDocument     IconName = "document"
	IconRosette      IconName = "rosette"
	IconPeople       IconName = "people"
	IconPerson       IconName = "person"
	IconCheckbox     IconName = "checkbox"
	IconSquare       IconName = "square"
	IconSend         IconName = "send"
	IconSliders      IconName = "sliders"
	IconLock         IconName = "lock"
	IconSearch       IconName = "search"
	IconCheck        IconName = "check"
	IconWarning      IconName = "warning"
	IconClock        IconName = "clock"
	IconHistory      IconName = "history"
	IconCross        IconName = "cross"
	IconPencil       IconName = "pencil"
	IconPlus         IconName = "plus"
	IconMinus        IconName = "minus"
	IconUndo         IconName = "undo"
	IconRedo         IconName = "redo"
	IconDownload     IconName = "download"
	IconUpload       IconName = "upload"
	IconShield       IconName = "shield"
	IconFlag         IconName = "flag"
	IconEye          IconName = "eye"
	IconEyeOff       IconName = "eye-off"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconChevronUp    IconName = "chevron-up"
	IconChevronDown  IconName = "chevron-down"
	IconArrowRight   IconName = "arrow-right"
	IconArrowDown    IconName = "arrow-down"
	IconHome         IconName = "home"
	IconBook         IconName = "book"
	IconTable        IconName = "table"
	IconPrinter      IconName = "printer"
	IconCopy         IconName = "copy"
	IconStar         IconName = "star"
	IconSpark        IconName = "spark"
	IconInfo         IconName = "info"
	IconMail         IconName = "mail"
	IconBallot       IconName = "ballot"
	IconCircle       IconName = "circle"
	IconDot          IconName = "dot"
	IconHandle       IconName = "handle"
	IconMenu         IconName = "menu"
	IconPhone        IconName = "phone"
	IconFolder       IconName = "folder"
	IconKey          IconName = "key"
	IconSwap         IconName = "swap"
)

// An Icon is a drawing in a colour of the theme.
type Icon struct {
	widget.BaseWidget
	name  IconName
	ink   fyne.ThemeColorName
	size  float32
	image *canvas.Image
}

// NewIcon returns an icon in a tone, size pixels square; 18 beside text.
func NewIcon(name IconName, tone Tone, size float32) *Icon {
	return newIcon(name, tone.Ink(), size)
}

func newIcon(name IconName, ink fyne.ThemeColorName, size float32) *Icon {
	i := &Icon{name: name, ink: ink, size: size}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes the drawing and its tone.
func (i *Icon) Set(name IconName, tone Tone) { i.set(name, tone.Ink()) }

func (i *Icon) set(name IconName, ink fyne.ThemeColorName) {
	if i.name == name && i.ink == ink {
		return
	}
	i.name, i.ink = name, ink
	i.Refresh()
}

// CreateRenderer draws the icon.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.image = canvas.NewImageFromResource(drawing(i.name, paint(i.ink)))
	i.image.FillMode = canvas.ImageFillContain
	return &face{
		objects: []fyne.CanvasObject{i.image},
		layout: func(size fyne.Size) {
			side := fyne.NewSquareSize(min(size.Width, size.Height, Dp(i.size)))
			i.image.Resize(side)
			i.image.Move(fyne.NewPos((size.Width-side.Width)/2, (size.Height-side.Height)/2))
		},
		min: func() fyne.Size { return fyne.NewSquareSize(Dp(i.size)) },
		refresh: func() {
			i.image.Resource = drawing(i.name, paint(i.ink))
			i.image.Refresh()
		},
	}
}

// drawing returns the icon with its lines in a colour; nil for no icon or one that there is not. Fyne 2.8.1 recolours
// the fills of an SVG but not its lines, and keeps pictures by name: hence a name for each colour.
func drawing(name IconName, ink color.Color) fyne.Resource {
	if name == "" {
		return nil
	}
	svg, err := drawings.ReadFile("icons/" + string(name) + ".svg")
	if err != nil {
		return nil
	}
	c := color.NRGBAModel.Convert(ink).(color.NRGBA)
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	return fyne.NewStaticResource(string(name)+hex[1:]+".svg", bytes.ReplaceAll(svg, []byte("#000000"), []byte(hex)))
}
