package data

import (
	"fmt"
	"strings"
)

// A FileUse is what a file that the book keeps is for. A book has one for each use.
type FileUse string

// The uses of files.
const (
	LogoFile     FileUse = "logo"             // at the head of papers
	TemplateFile FileUse = "minutes template" // a Word document that minutes are set into
)

// MaxFile is how large a file that the book keeps may be, in bytes.
const MaxFile = 512 << 10

// A File is somebody's own file that papers are made with. What is in it was looked at before it was kept.
type File struct {
	ID       FileID  `json:"id"`
	Revision int     `json:"rev"`
	Use      FileUse `json:"use"`
	Name     string  `json:"name"` // as it was called, without its folder
	Content  []byte  `json:"content"`
	// Says describes a picture for those who cannot see it.
	Says string `json:"says,omitempty"`
}

// Validate says what keeps the file from being stored.
func (f File) Validate() error {
	switch {
	case f.Use != LogoFile && f.Use != TemplateFile:
		return NewProblem("The book keeps a logo and a template, and no other files.", fmt.Errorf("file use %q", f.Use))
	case len(f.Content) == 0:
		return NewProblem("The file is empty. Choose another one.", nil)
	case len(f.Content) > MaxFile:
		return NewProblem(fmt.Sprintf("%s is larger than %d KB. Save a smaller version of it, and choose that one.", f.called(), MaxFile>>10), nil)
	}
	return nil
}

func (f File) called() string {
	if name := strings.TrimSpace(f.Name); name != "" {
		return name
	}
	return "The " + string(f.Use)
}
