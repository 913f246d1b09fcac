package exports

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"branchbook/data"
)

// headerLine is how long a line of a header may be (RFC 5322, 2.1.1).
const headerLine = 78

// WriteMail writes the notice as a message that a mail program opens as a draft of its own (X-Unsent): to the branch's role
// address, with everybody else in the blind copy. It returns ctx's error when that is cancelled, and the writer's.
func WriteMail(ctx context.Context, w io.Writer, m data.Mailing, house House) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	role := "undisclosed-recipients:;" // RFC 5322 wants somebody in To
	if m.To != "" {
		role = (&mail.Address{Name: oneLine(m.Name), Address: m.To}).String()
		header(b, "From", role)
	}
	header(b, "To", role)
	if len(m.Addresses) > 0 {
		header(b, "Bcc", strings.Join(m.Addresses, ", "))
	}
	header(b, "Subject", encoded(m.Subject))
	if !house.Made.IsZero() {
		header(b, "Date", house.Made.Format(time.RFC1123Z))
	}
	header(b, "X-Unsent", "1")
	header(b, "MIME-Version", "1.0")
	header(b, "Content-Type", "text/plain; charset=utf-8")
	header(b, "Content-Transfer-Encoding", "quoted-printable")
	fmt.Fprint(b, "\r\n")
	q := quotedprintable.NewWriter(b)
	if _, err := io.WriteString(q, strings.ReplaceAll(m.Body, "\n", "\r\n")+"\r\n"); err != nil {
		return fmt.Errorf("exports: e-mail: %w", err)
	}
	if err := q.Close(); err != nil {
		return fmt.Errorf("exports: e-mail: %w", err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("exports: e-mail: %w", err)
	}
	return ctx.Err()
}

// header writes one header, folded at its spaces. Its writer keeps the first error until it is flushed.
func header(w *bufio.Writer, name, value string) {
	line := name + ":"
	for _, word := range strings.Fields(value) { // a line break in a value would begin a header of its own
		if len(line)+1+len(word) > headerLine {
			fmt.Fprint(w, line, "\r\n")
			line = ""
		}
		line += " " + word
	}
	fmt.Fprint(w, line, "\r\n")
}

// encoded returns words as a header may hold them (RFC 2047).
func encoded(words string) string { return mime.QEncoding.Encode("utf-8", oneLine(words)) }

// oneLine returns text without line breaks and needless spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
