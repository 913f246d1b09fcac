package approval

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// desk is a branch with its AGM of 11 June 2026 held, the meeting of 9 July at its minutes, and that of 8 October planned.
type desk struct {
	t         *testing.T
	book      *book.Book
	m         *Model
	now       time.Time
	agm       data.MeetingID
	july      data.MeetingID
	october   data.MeetingID
	treasurer data.ItemID
	balance   data.BlockID
	people    map[string]data.PersonID
	decision  data.DecisionID
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, now: at(2026, time.July, 9, 19, 39), people: map[string]data.PersonID{}}
	b, _, err := book.Create(t.TempDir()+"/book-1", "three short words", data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates},
		book.Options{WorkFactor: 2, Now: func() time.Time { return d.now }, Random: rand.NewChaCha8([32]byte{5})})
	must(t, err)
	t.Cleanup(func() { must(t, b.Close()) })
	d.book, d.m = b, NewModel(b, func() time.Time { return d.now })
	must(t, b.Change("set the scene", d.scene))
	d.open(d.july)
	return d
}

func (d *desk) scene(tx *book.Tx) error {
	err := error(nil)
	for _, name := range []string{"Margaret Dunne", "Jean Whitcombe", "Lars Sørensen", "June Ashworth", "Okan Yıldız", "Aoife Ní-Bhriain", "Ben Carrick"} {
		first, last, _ := strings.Cut(name, " ")
		p := data.Person{ID: data.PersonID(tx.NewID()), First: first, Last: last, Status: data.Member, Joined: data.MustDate(2020, 1, 1)}
		d.people[last] = p.ID
		err = errors.Join(err, tx.People.Put(p))
	}
	meeting := func(kind data.MeetingKind, on data.Date, status data.MeetingStatus) data.MeetingID {
		m := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: kind, Date: on, Starts: data.MustTime(19, 30), Status: status, Chair: d.people["Dunne"]}
		if status == data.Closed {
			m.Opened, m.ClosedAt, m.MinuteTaker = data.MustTime(19, 34), data.MustTime(21, 10), d.people["Whitcombe"]
		}
		err = errors.Join(err, tx.Meetings.Put(m))
		return m.ID
	}
	item := func(of data.MeetingID, place int, kind data.ItemKind, heading string) data.ItemID {
		i := data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: of, Place: place, Kind: kind, Heading: heading}
		err = errors.Join(err, tx.Items.Put(i))
		return i.ID
	}
	d.agm = meeting(data.AGM, data.MustDate(2026, 6, 11), data.Closed)
	d.july = meeting(data.Ordinary, data.MustDate(2026, 7, 9), data.InSession)
	d.october = meeting(data.Ordinary, data.MustDate(2026, 10, 8), data.Planned)
	item(d.agm, 1, data.ItemApologies, "Welcome and apologies")
	d.treasurer = item(d.agm, 2, data.ItemReport, "Treasurer's report")
	for _, m := range []data.MeetingID{d.july, d.october} {
		item(m, 1, data.ItemApologies, "Welcome and apologies")
		item(m, 2, data.ItemMinutes, "Minutes of the last meeting")
	}
	for _, who := range []string{"Dunne", "Whitcombe", "Sørensen"} {
		err = errors.Join(err, tx.Events.Put(data.Event{ID: data.EventID(tx.NewID()), Meeting: d.agm, Person: d.people[who], Move: data.CameIn, Capacity: data.Voter, At: data.MustTime(19, 30)}))
	}
	err = errors.Join(err, tx.Events.Put(data.Event{ID: data.EventID(tx.NewID()), Meeting: d.agm, Person: d.people["Ashworth"], Move: data.SentApologies}))
	text, e := tx.StartText(d.treasurer)
	d.balance = text
	block, e2 := tx.Blocks.Get(text)
	block.Text = "Balance £1,561.16. Received and noted."
	d.decision = data.DecisionID(tx.NewID())
	err = errors.Join(err, e, e2, tx.Blocks.Put(block), tx.Decisions.Put(data.Decision{
		ID: d.decision, Ref: "D-2026-01", Meeting: d.agm, Item: d.treasurer, Text: "pay the hall £40", How: "agreed"}))
	_, e = tx.Record(d.treasurer, book.Caret{}, data.BlockDecision, data.ID(d.decision), data.Time{})
	return errors.Join(err, e)
}

func at(year int, month time.Month, day, hour, minute int) time.Time {
	return time.Date(year, month, day, hour, minute, 0, 0, time.Local)
}

func (d *desk) open(at data.MeetingID) {
	d.t.Helper()
	must(d.t, d.m.Open(d.agm, at))
}

func (d *desk) says(line string, err error) func(want string) {
	d.t.Helper()
	must(d.t, err)
	return func(wanted string) {
		d.t.Helper()
		want(d.t, line, wanted)
	}
}

// minutes are those of a meeting as they print.
func (d *desk) minutes(of data.MeetingID) data.Minutes {
	d.t.Helper()
	return d.evening(of).Minutes(data.MinutesStyle{})
}

func (d *desk) evening(of data.MeetingID) (e data.Evening) {
	d.t.Helper()
	must(d.t, d.book.Read(func(r *book.Reading) (err error) {
		e, err = r.Evening(of)
		return err
	}))
	return e
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func want[T comparable](t testing.TB, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func refused(t testing.TB, err error, says string) {
	t.Helper()
	if err == nil || !strings.Contains(data.Say(err), says) {
		t.Errorf("got %v, want a refusal that says %q", err, says)
	}
}

// Scenario 5.
func TestTheMinutesOfTheAGMAreApprovedAsAmendedSignedAndLocked(t *testing.T) {
	d := newDesk(t)
	want(t, d.minutes(d.agm).Stamp.String(), "DRAFT, subject to approval")

	d.says(d.m.AddPeople(data.CorrectApologies, d.people["Yıldız"], d.people["Ní-Bhriain"]))("Correction 1 added to the minutes of 11 June.")
	d.says(d.m.Replace(d.balance, "Balance £1,516.16. Received and noted."))("Correction 2 added to the minutes of 11 June.")
	want(t, d.m.Corrections[0].Text, "Apologies: add Okan Yıldız and Aoife Ní-Bhriain")
	want(t, d.m.Corrections[1].Text, "Item 2: £1,516.16 not £1,561.16")
	draft := d.minutes(d.agm)
	want(t, draft.Apologies.Count, 1)
	want(t, draft.Items[1].Parts[0].Text, "Balance £1,561.16. Received and noted.")

	d.says(d.m.Approve(d.m.Usual()))("The minutes of 11 June approved as amended.")
	approved := d.minutes(d.agm)
	want(t, approved.Stamp.String(), "APPROVED AS AMENDED, on 9 July 2026")
	want(t, approved.Apologies.Heading()+": "+approved.Apologies.Words(), "Apologies (3): June Ashworth, Aoife Ní-Bhriain, Okan Yıldız")
	want(t, approved.Items[1].Parts[0].Text, "Balance £1,516.16. Received and noted.")
	want(t, strings.Join(approved.Corrections, " | "), "Apologies: add Okan Yıldız and Aoife Ní-Bhriain. | Item 2: £1,516.16 not £1,561.16.")
	want(t, d.evening(d.agm).Attendance().Total(), "3 voters, 0 members without a vote, 0 others, 3 apologies")
	july := d.minutes(d.july).Items[1].Parts[0]
	want(t, july.Lead+": "+july.Text, "AGREED: The minutes of the annual general meeting held on 11 June 2026 were agreed as a true record with 2 corrections: Apologies: add Okan Yıldız and Aoife Ní-Bhriain; Item 2: £1,516.16 not £1,561.16.")

	d.says(d.m.Sign(d.m.Chair(), data.MustDate(2026, 7, 9)))("The minutes of 11 June signed by Margaret Dunne. They are locked now.")
	signed := d.minutes(d.agm)
	want(t, signed.Stamp.String(), "SIGNED, by Margaret Dunne on 9 July 2026")
	want(t, strings.Join(signed.Standing, " "), "Approved as amended on 9 July 2026, with 2 corrections. Signed by Margaret Dunne on 9 July 2026.")
	want(t, signed.Seal == "", false)

	refused(t, d.book.Change("change the treasurer's report", func(tx *book.Tx) error {
		b, err := tx.Blocks.Get(d.balance)
		b.Text = "Balance £9."
		return errors.Join(err, tx.Blocks.Put(b))
	}), "These minutes were signed on 9 July 2026 and are locked. A mistake is put right by a numbered correction agreed at a later meeting.")

	d.now = at(2026, time.October, 8, 19, 45)
	d.open(d.october)
	d.says(d.m.Other(d.treasurer, "The balance was that of 31 May."))("Addendum 1 added to the minutes of 11 June.")
	want(t, d.minutes(d.agm).Addenda[0], "Addendum 1, to be agreed: Item 2: The balance was that of 31 May.")
	want(t, d.m.Addenda[0].Sub, "to be agreed")
	to, on := d.m.Usual()
	d.says(d.m.AgreeAddendum(d.m.Addenda[0].ID, to, on))("Addendum 1 recorded as agreed.")
	last := d.minutes(d.agm)
	want(t, last.Addenda[0], "Addendum 1, agreed 8 October 2026: Item 2: The balance was that of 31 May.")
	want(t, last.Items[1].Parts[0].Text, "Balance £1,516.16. Received and noted.")
	want(t, d.minutes(d.october).Items[1].Parts[0].Text, "Addendum 1 to the minutes of the annual general meeting held on 11 June 2026 was agreed: Item 2: The balance was that of 31 May.")
	refused(t, takeOut(d.m.TakeOut(d.m.Addenda[0].ID)), "agreed by a meeting")
}

func takeOut(_ string, err error) error { return err }
