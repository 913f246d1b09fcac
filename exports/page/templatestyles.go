package page

import (
	"encoding/xml"
	"strings"
)

// templateStyles are the ids of a template's styles, and by what ids it calls the styles of the house: Word gives a style
// the same name in every language, but not the same id.
type templateStyles struct {
	ids map[string]bool
	as  map[string]string
}

// styles reads what the template calls its styles.
func (t Template) styles() templateStyles {
	var read struct {
		All []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	own := templateStyles{ids: map[string]bool{}, as: map[string]string{}}
	if err := xml.Unmarshal(t.part("word/styles.xml"), &read); err != nil {
		return own
	}
	named := map[string]string{}
	for _, s := range read.All {
		own.ids[s.ID] = true
		named[strings.ToLower(s.Name.Val)] = s.ID
	}
	own.as["Normal"] = named["normal"]
	for _, s := range paragraphStyles() {
		own.as[s.id] = named[strings.ToLower(s.name)]
	}
	return own
}

// id is what the template calls a style of the house.
func (t templateStyles) id(ours string) string {
	if theirs := t.as[ours]; theirs != "" {
		return theirs
	}
	return ours
}

// called puts the template's ids for ours in what was set.
func (t templateStyles) called(markup string) string {
	var pairs []string
	for ours, theirs := range t.as {
		if theirs != "" && theirs != ours {
			pairs = append(pairs, `<w:pStyle w:val="`+ours+`"/>`, `<w:pStyle w:val="`+theirs+`"/>`)
		}
	}
	return strings.NewReplacer(pairs...).Replace(markup)
}

// completed adds the styles of the house that a template lacks. Its list has no numbering there, which would clash with the
// template's own.
func (t templateStyles) completed(styles string) string {
	var missing strings.Builder
	for _, s := range paragraphStyles() {
		if t.as[s.id] != "" || t.ids[s.id] {
			continue
		}
		if s.id == "ListBullet" {
			s.paragraph = spacing(0, 40)
		}
		s.base, s.next = t.id(s.base), t.id(s.next)
		missing.WriteString(s.markup())
	}
	for _, s := range tableStyleMarkup() {
		if !t.ids[s.id] {
			missing.WriteString(s.text)
		}
	}
	end := strings.LastIndex(styles, "</w:styles>")
	if end < 0 {
		return styles
	}
	return styles[:end] + missing.String() + styles[end:]
}
