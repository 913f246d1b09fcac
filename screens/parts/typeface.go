package parts

import (
	"encoding/binary"

	"fyne.io/fyne/v2"
)

// taller returns a copy of a TrueType font whose lines are percent as high, half of it above and half below. It is how
// the editor gets its line height: Fyne 2.8.1 spaces paragraphs but not wrapped lines (NOTES, trap 3). A font that
// cannot be read is returned as it is.
func taller(font fyne.Resource, percent int) fyne.Resource {
	b := append([]byte(nil), font.Content()...)
	hhea, ok := fontTable(b, "hhea", 8)
	if !ok {
		return font
	}
	ascent, descent := int(int16(binary.BigEndian.Uint16(hhea[4:]))), int(int16(binary.BigEndian.Uint16(hhea[6:])))
	extra := (ascent - descent) * (percent - 100) / 200
	putMetrics(hhea[4:], ascent+extra, descent-extra)
	if os2, ok := fontTable(b, "OS/2", 78); ok {
		putMetrics(os2[68:], ascent+extra, descent-extra) // sTypoAscender, sTypoDescender
		binary.BigEndian.PutUint16(os2[74:], uint16(max(ascent+extra, 0)))
		binary.BigEndian.PutUint16(os2[76:], uint16(max(extra-descent, 0)))
	}
	return fyne.NewStaticResource("tall-"+font.Name(), b)
}

func putMetrics(b []byte, ascent, descent int) {
	binary.BigEndian.PutUint16(b, uint16(int16(ascent)))
	binary.BigEndian.PutUint16(b[2:], uint16(int16(descent)))
}

// fontTable returns the bytes of a table of a TrueType font, if it is there and at least so long.
func fontTable(b []byte, tag string, atLeast int) ([]byte, bool) {
	if len(b) < 12 {
		return nil, false
	}
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		entry := 12 + 16*i
		if entry+16 > len(b) {
			return nil, false
		}
		if string(b[entry:entry+4]) != tag {
			continue
		}
		start := int(binary.BigEndian.Uint32(b[entry+8:]))
		length := int(binary.BigEndian.Uint32(b[entry+12:]))
		if length < atLeast || start < 0 || start+length > len(b) {
			return nil, false
		}
		return b[start : start+length], true
	}
	return nil, false
}
