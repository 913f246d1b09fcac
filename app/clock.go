package app

import (
	"os"
	"strings"
	"sync"
	"time"
)

// clockForm is how a journey's clock file is written: local time.
const clockForm = "2006-01-02 15:04"

// setClock tells the time from a file, so that a journey can spend an evening in a minute. The file may change meanwhile; one
// that cannot be read leaves the time as it was told last.
func (p *program) setClock(file string) error {
	told, err := timeIn(file)
	if err != nil {
		return fileProblem(file, err)
	}
	var mu sync.Mutex // any goroutine may ask what time it is
	p.now = func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		if now, err := timeIn(file); err == nil {
			told = now
		}
		return told
	}
	return nil
}

func timeIn(file string) (time.Time, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return time.Time{}, err
	}
	return time.ParseInLocation(clockForm, strings.TrimSpace(string(text)), time.Local)
}
