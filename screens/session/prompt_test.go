package session

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"branchbook/data"
)

var may14 = data.MustDate(2026, 5, 14)

func sameOrder(t *testing.T, line string, got, want Order) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b data.Date) bool { return a == b }), cmp.Comparer(func(a, b data.Time) bool { return a == b })); diff != "" {
		t.Errorf("%q (-want +got):\n%s", line, diff)
	}
}

func TestThePromptIsReadAsTheHelpCardSays(t *testing.T) {
	june3 := data.MustDate(2026, 6, 3)
	for line, want := range map[string]Order{
		"i oka":                               {Verb: ComeIn, Who: "oka"},
		"I zoe oka":                           {Verb: ComeIn, Who: "zoe oka"},
		"c oka":                               {Verb: ComeIn, Who: "oka"},
		"i oka 7.40pm":                        {Verb: ComeIn, Who: "oka", At: data.MustTime(19, 40)},
		"o oka at 9.10":                       {Verb: GoOut, Who: "oka", At: data.MustTime(21, 10)},
		"i L0000104":                          {Verb: ComeIn, Who: "L0000104"},
		"i +":                                 {Verb: ComeIn, Unnamed: 1},
		"i +3 8pm":                            {Verb: ComeIn, Unnamed: 3, At: data.MustTime(20, 0)},
		"i one other":                         {Verb: ComeIn, Unnamed: 1},
		"i":                                   {Verb: ComeIn, Wants: "who came in"},
		"ap whit / Ben Carrick":               {Verb: Apologise, Who: "whit", By: "Ben Carrick"},
		"ap":                                  {Verb: Apologise, Wants: "who sends apologies"},
		"n":                                   {Verb: NextItem},
		"b":                                   {Verb: PreviousItem},
		"n 3":                                 {Wants: "nothing after n"},
		"+ Urgent: the boiler":                {Verb: AddItem, Text: "Urgent: the boiler"},
		"+":                                   {Verb: AddItem, Wants: "the heading of the new item"},
		"m Bus cuts / oka / carrick":          {Verb: Move, Title: "Bus cuts", Mover: "oka", Seconder: "carrick"},
		"m 5/tok":                             {Verb: Move, Title: "5", Mover: "tok"},
		"2 carri":                             {Verb: SecondIt, Who: "carri"},
		"2":                                   {Verb: SecondIt, Wants: "who seconds the motion"},
		"m":                                   {Verb: Move, Wants: "title / mover / seconder"},
		"m a/b/c/d":                           {Verb: Move, Title: "a", Mover: "b", Seconder: "c", Wants: "only two names after the title"},
		"v 12 2 1":                            {Verb: TakeVote, For: 12, Against: 2, Abstained: 1},
		"v 12-2-1":                            {Verb: TakeVote, For: 12, Against: 2, Abstained: 1},
		"v 12 2":                              {Verb: TakeVote, For: 12, Against: 2},
		"v 12":                                {Verb: TakeVote, For: 12, Wants: "against, and abstentions if there were any"},
		"v 7 7 1 against":                     {Verb: TakeVote, For: 7, Against: 7, Abstained: 1, Casting: data.CastingAgainst},
		"v 14 2 1 / counted twice":            {Verb: TakeVote, For: 14, Against: 2, Abstained: 1, Note: "counted twice"},
		"v 10 4 on going on till 9.45":        {Verb: TakeVote, For: 10, Against: 4, Text: "going on till 9.45"},
		"v agreed":                            {Verb: TakeVote, Declared: data.Agreed},
		"v nemcon":                            {Verb: TakeVote, Declared: data.NemCon},
		"v nem con":                           {Verb: TakeVote, Declared: data.NemCon},
		"v unanimous":                         {Verb: TakeVote, Declared: data.Unanimous},
		"v maj":                               {Verb: TakeVote, Declared: data.ClearMajority},
		"v won":                               {Verb: TakeVote, Declared: data.DeclaredWon},
		"v lost on the amendment":             {Verb: TakeVote, Declared: data.DeclaredLost, Text: "the amendment"},
		"v twelve":                            {Verb: TakeVote, Wants: wantsVote},
		"v":                                   {Verb: TakeVote, Wants: wantsVote},
		"v 1 2 3 4":                           {Verb: TakeVote, Wants: "three numbers at most"},
		"d pay the hall hire":                 {Verb: Decide, Text: "pay the hall hire"},
		"d":                                   {Verb: Decide, Wants: "what was decided"},
		"a oka: book the hall by 3 June":      {Verb: Act, Who: "oka", Text: "book the hall", Due: june3},
		"a Zoë Okafor: stand by the door":     {Verb: Act, Who: "Zoë Okafor", Text: "stand by the door"},
		"a write to the council by 3/6/2026.": {Verb: Act, Text: "write to the council", Due: june3},
		"a oka: renew by 8 January":           {Verb: Act, Who: "oka", Text: "renew", Due: data.MustDate(2027, 1, 8)},
		"a":                                   {Verb: Act, Wants: "what is to be done, as  oka: book the hall by 3 June"},
		"t The chair thanked the speaker.":    {Verb: Note, Text: "The chair thanked the speaker."},
		"?":                                   {Verb: Help},
		"s":                                   {Verb: StartMeeting},
		"x":                                   {Verb: EndMeeting},
		"":                                    {},
		"hello there":                         {Wants: "a letter first: i o ap n b m 2 v d a t, or ? for all of them"},
	} {
		sameOrder(t, line, Parse(line, may14), want)
	}
}

func TestALineThatBeginsWithAgreedOrActionIsARecord(t *testing.T) {
	june3 := data.MustDate(2026, 6, 3)
	for line, want := range map[string]Order{
		"AGREED: public meeting in the week of 8 June":  {Verb: Decide, Text: "public meeting in the week of 8 June"},
		"ACTION: Zoë Okafor to book the hall by 3 June": {Verb: Act, Who: "Zoë Okafor", Text: "book the hall", Due: june3},
		"ACTION: oka: book the hall by 3 June.":         {Verb: Act, Who: "oka", Text: "book the hall", Due: june3},
		"ACTION: book the hall":                         {Verb: Act, Text: "book the hall"},
	} {
		got, ok := ParseMinute(line, may14)
		if !ok {
			t.Errorf("%q is not a record", line)
		}
		sameOrder(t, line, got, want)
	}
	for _, line := range []string{"", "AGREED:", "ACTION: ", "Agreed: not in capitals", "It was AGREED: so", "NOTE: x"} {
		if _, ok := ParseMinute(line, may14); ok {
			t.Errorf("%q is a record", line)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"i oka 7.40pm", "v 12 2 1 on x / y", "a o: t by 3 June", "m a/b/c", "+", "\xff", "v on", "a : by ", "i + 7pm", "v 1 on", "a x İ by 3 june"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		o := Parse(line, may14)
		if o.IsComplete() && (o.For < 0 || o.For > data.MaxVotes || o.Unnamed < 0 || o.Unnamed > 999) {
			t.Errorf("%q is read as %+v", line, o)
		}
		if o, ok := ParseMinute(line, may14); ok && o.Text == "" {
			t.Errorf("%q is a record of nothing", line)
		}
	})
}
