package page

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// What a picture may be. A file's own word for its size is read before anything is unpacked.
const (
	MaxPicture = 512 << 10 // bytes
	MaxSide    = 2000      // pixels
	printed    = 800       // pixels of the longer side that are kept: more than any printer shows of a logo
)

// The reasons why a picture is not taken.
var (
	ErrNotPicture   = errors.New("page: neither a PNG nor a JPEG picture")
	ErrPictureLarge = errors.New("page: the picture is too large")
)

// A Picture was decoded to its last pixel. The zero Picture is none.
type Picture struct {
	content       []byte
	format        string // "png" or "jpeg"
	width, height int
	says          string
}

// IsZero says whether there is no picture.
func (p Picture) IsZero() bool { return p.content == nil }

// Content is the file of the picture.
func (p Picture) Content() []byte { return p.content }

// NewPicture takes a PNG or a JPEG. says describes it for those who cannot see it. The error wraps ErrNotPicture or
// ErrPictureLarge.
func NewPicture(file []byte, says string) (Picture, error) {
	p, _, err := decoded(file)
	p.says = says
	return p, err
}

// Tidied returns a picture file as it is to be kept: no more pixels than print, on white where it was transparent, and
// without what cameras and programs write into their files, such as where a photograph was taken. Its errors are
// NewPicture's.
func Tidied(file []byte) ([]byte, error) {
	p, picture, err := decoded(file)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	small := shrunk(picture)
	if p.format == "jpeg" {
		err = jpeg.Encode(&out, small, &jpeg.Options{Quality: 92})
	} else {
		err = png.Encode(&out, small)
	}
	if err != nil {
		return nil, fmt.Errorf("page: keeping the picture: %w", err)
	}
	if out.Len() > MaxPicture {
		return nil, ErrPictureLarge
	}
	return out.Bytes(), nil
}

func decoded(file []byte) (Picture, image.Image, error) {
	if len(file) > MaxPicture {
		return Picture{}, nil, ErrPictureLarge
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return Picture{}, nil, fmt.Errorf("%w: %w", ErrNotPicture, err)
	case format != "png" && format != "jpeg":
		return Picture{}, nil, fmt.Errorf("%w: %s", ErrNotPicture, format)
	case size.Width > MaxSide || size.Height > MaxSide:
		return Picture{}, nil, ErrPictureLarge
	case size.Width < 1 || size.Height < 1:
		return Picture{}, nil, ErrNotPicture
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return Picture{}, nil, fmt.Errorf("%w: %w", ErrNotPicture, err)
	}
	return Picture{content: file, format: format, width: size.Width, height: size.Height}, picture, nil
}

// shrunk sets a picture on white, at most as large as is printed; each pixel is the mean of those that it stands for.
func shrunk(p image.Image) image.Image {
	from := image.NewRGBA(image.Rect(0, 0, p.Bounds().Dx(), p.Bounds().Dy()))
	draw.Draw(from, from.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(from, from.Bounds(), p, p.Bounds().Min, draw.Over)
	w, h := from.Bounds().Dx(), from.Bounds().Dy()
	longer := max(w, h)
	if longer <= printed {
		return from
	}
	to := image.NewRGBA(image.Rect(0, 0, max(w*printed/longer, 1), max(h*printed/longer, 1)))
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			to.SetRGBA(x, y, mean(from, image.Rect(x*w/to.Rect.Dx(), y*h/to.Rect.Dy(), (x+1)*w/to.Rect.Dx(), (y+1)*h/to.Rect.Dy())))
		}
	}
	return to
}

func mean(p *image.RGBA, of image.Rectangle) color.RGBA {
	var r, g, b, n int
	for y := of.Min.Y; y < max(of.Max.Y, of.Min.Y+1); y++ {
		for x := of.Min.X; x < max(of.Max.X, of.Min.X+1); x++ {
			c := p.RGBAAt(x, y)
			r, g, b, n = r+int(c.R), g+int(c.G), b+int(c.B), n+1
		}
	}
	return color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 255}
}

// The room that a logo has at the head of a paper, in points.
const logoWide, logoHigh = 110.0, 56.0

// fitted is how large the picture stands in the head of a paper, in points.
func (p Picture) fitted() (width, height float64) {
	width, height = float64(p.width), float64(p.height)
	scale := min(logoWide/width, logoHigh/height)
	return width * scale, height * scale
}
