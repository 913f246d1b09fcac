package session

import (
	"slices"
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

func lineOf(kind data.ContestKind, fill func(*ContestLine)) ContestLine {
	l := newContestLine(kind)
	fill(&l)
	return l
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
		"i fra, voter, paid 7.40pm":           {Verb: ComeIn, Who: "fra, voter, paid", At: data.MustTime(19, 40)},
		"who 8.05pm":                          {Verb: WhoWasIn, At: data.MustTime(20, 5)},
		"who":                                 {Verb: WhoWasIn, Wants: "a time, as 8.05pm"},
		"count 23":                            {Verb: CountHeads, Unnamed: 23},
		"count many":                          {Verb: CountHeads, Wants: "how many are present, as 23"},
		"names":                               {Verb: TakeNames},
		"name oka":                            {Verb: NameUnnamed, Who: "oka"},
		"off oka":                             {Verb: TakeOff, Who: "oka"},
		"off":                                 {Verb: TakeOff, Wants: "who was put down by mistake"},
		"venue the annexe":                    {Verb: MoveVenue, Text: "the annexe"},
		"++ The grant":                        {Verb: AddPart, Text: "The grant"},
		"go 4(a)":                             {Verb: GoTo, Text: "4(a)"},
		"time 7.50pm":                         {Verb: SetTime, At: data.MustTime(19, 50)},
		"time":                                {Verb: SetTime},
		"chair mbe 8.10pm":                    {Verb: TakeChair, Who: "mbe", At: data.MustTime(20, 10)},
		"chair + mbe":                         {Verb: TakeChair, Who: "mbe", Beside: true},
		"mins":                                {Verb: TakeMinutes, Wants: "who takes the minutes"},
		"adj fire alarm":                      {Verb: Adjourn, Text: "fire alarm"},
		"adj":                                 {Verb: Adjourn},
		"res":                                 {Verb: Resume},
		"ext 9.45pm 12 2 1":                   {Verb: GoOn, Until: data.MustTime(21, 45), For: 12, Against: 2, Abstained: 1},
		"ext 9.45 agreed":                     {Verb: GoOn, Until: data.MustTime(21, 45), Declared: data.Agreed},
		"ext":                                 {Verb: GoOn, Wants: "until when, and the vote: 9.45pm 12 2 1"},
		"nq pressing":                         {Verb: NoQuorum},
		"nq none":                             {Verb: NoQuorum, No: true},
		"nq":                                  {Verb: NoQuorum, Wants: "none, or pressing"},
		"am 3: new words / oka / car":         {Verb: Amends, Op: data.Replace, Title: "3", Text: "new words", Mover: "oka", Seconder: "car"},
		"am + It asks for more.":              {Verb: Amends, Op: data.Add, Text: "It asks for more."},
		"am - 3 / oka":                        {Verb: Amends, Op: data.Delete, Title: "3", Mover: "oka"},
		"am 3":                                {Verb: Amends, Op: data.Replace, Title: "3", Wants: "the new words"},
		"a1 8 6 1":                            {Verb: Amended, Unnamed: 1, For: 8, Against: 6, Abstained: 1},
		"a12 out direct negative":             {Verb: Amended, Unnamed: 12, Ending: data.AmendmentOutOfOrder, Note: "direct negative"},
		"a2 / oka / car":                      {Verb: Amended, Unnamed: 2, Mover: "oka", Seconder: "car"},
		"a2":                                  {Verb: Amended, Unnamed: 2, Wants: "the vote, as 8 6 1; or fell, accepted, withdrawn, out, conseq"},
		"end remitted to the executive":       {Verb: Ends, Text: "remitted to the executive"},
		"rule no not our business":            {Verb: Rules, No: true, Text: "not our business"},
		"rule no":                             {Verb: Rules, No: true, Wants: "on what ground"},
		"r":                                   {Verb: RatifyIt},
		"r no":                                {Verb: RatifyIt, No: true},
		"min":                                 {Verb: OldMinutes},
		"l from MP: buses / our view by 3 June": {Verb: LetterCame, Letter: data.Letter{Way: data.CameHere, Date: may14, With: "MP", Subject: "buses",
			Asks: "our view", Due: june3}},
		"l to the council: thanks": {Verb: LetterCame, Letter: data.Letter{Way: data.WentAway, Date: may14, With: "the council", Subject: "thanks"}},
		"l from MP":                {Verb: LetterCame, Letter: data.Letter{Way: data.CameHere, Date: may14, With: "MP"}, Wants: "then a colon, and what it is about"},
		"can Canal Street 8v 120 doors 60c 33 promises 12s": {Verb: Canvassed, Canvass: data.Canvass{Date: may14, Place: "Canal Street", Volunteers: 8, Doors: 120,
			Contacts: 60, Promises: 33, Signatures: 12}},
		"can Canal Street 120doors 60c":        {Verb: Canvassed, Canvass: data.Canvass{Date: may14, Place: "Canal Street", Doors: 120, Contacts: 60}},
		"sp Rosa Lind, Tenants' Union / rents": {Verb: Speaks, Speaker: data.Speaker{Name: "Rosa Lind", From: "Tenants' Union", Topic: "rents"}},
		"p 3":                                  {Verb: Phrase, Unnamed: 3},
		"p":                                    {Verb: Phrase, Wants: "its number in the list of phrases"},
		"pn ring her first":                    {Verb: Privately, Text: "ring her first"},
		"doors":                                {Verb: Doors, Title: "closed"},
		"doors 7.55pm":                         {Verb: Doors, Title: "closed", At: data.MustTime(19, 55)},
		"doors statements 7.40pm":              {Verb: Doors, Title: "statements", At: data.MustTime(19, 40)},
		"doors ajar":                           {Verb: Doors, Wants: "nothing, statements, discussed or open, and a time: doors 7.55pm"},
		"drawn mbe / Ashworth":                 {Verb: Drawn, Who: "mbe", By: "Ashworth"},
		"drawn":                                {Verb: Drawn, Wants: "on whom the lot fell, and behind a slash who drew it"},
		"tell car, oka":                        {Verb: Tells, Who: "car, oka"},
		"el":                                   {Verb: Elects, Contest: lineOf(data.Elects, func(*ContestLine) {})},
		"el chair: dun, mbe":                   {Verb: Elects, Contest: lineOf(data.Elects, func(l *ContestLine) { l.What, l.Names = "chair", []string{"dun", "mbe"} })},
		"el chair: dunne / mbeki prop / oka sec": {Verb: Elects, Contest: lineOf(data.Elects, func(l *ContestLine) {
			l.What, l.Names, l.Proposer, l.Seconder = "chair", []string{"dunne"}, "mbeki", "oka"
		})},
		"el gc youth 2: mbe & oka": {Verb: Elects, Contest: lineOf(data.Elects, func(l *ContestLine) {
			l.What, l.Class, l.Places, l.Names = "gc", data.YouthSeat, 2, []string{"mbe & oka"}
		})},
		"won gc ex officio: whit": {Verb: Won, Contest: lineOf(data.Elects, func(l *ContestLine) {
			l.What, l.Class, l.Names = "gc", data.ExOfficioSeat, []string{"whit"}
		})},
		"el 11 9 7 1s 2n 30i": {Verb: Elects, Contest: lineOf(data.Elects, func(l *ContestLine) {
			l.Totals, l.Spoilt, l.NotCast, l.Issued = []int{11, 9, 7}, 1, 2, 30
		})},
		"el pref hands 15 11 1x": {Verb: Elects, Contest: lineOf(data.Elects, func(l *ContestLine) {
			l.Totals, l.Rule, l.Method, l.NoMore = []int{15, 11}, data.ByPreference, data.Hands, 1
		})},
		"el - mbe":               {Verb: Elects, Contest: lineOf(data.Elects, func(l *ContestLine) { l.Withdraw, l.Names = true, []string{"mbe"} })},
		"el -":                   {Verb: Elects, Wants: "who withdraws", Contest: lineOf(data.Elects, func(l *ContestLine) { l.Withdraw = true })},
		"el : mbe":               {Verb: Elects, Wants: "what is elected, before the colon", Contest: lineOf(data.Elects, func(l *ContestLine) { l.Names = []string{"mbe"} })},
		"nom CLP treasurer: dun": {Verb: Nominates, Contest: lineOf(data.Nominates, func(l *ContestLine) { l.What, l.Names = "CLP treasurer", []string{"dun"} })},
		"won":                    {Verb: Won, Contest: lineOf(data.Elects, func(*ContestLine) {})},
		"?":                      {Verb: Help},
		"s":                      {Verb: StartMeeting},
		"x":                      {Verb: EndMeeting},
		"":                       {},
		"hello there":            {Wants: "a letter first: i o ap n b m 2 v d a t, or ? for all of them"},
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
	for _, s := range []string{"i oka 7.40pm", "v 12 2 1 on x / y", "a o: t by 3 June", "m a/b/c", "+", "\xff", "v on", "a : by ", "i + 7pm", "v 1 on", "a x İ by 3 june", "l a: b / c by 3 june", "can x 9v", "ext 9 9", "chair + x 9pm", "sp ,/", "time 99", "am 3: x/y/z", "a1 1 2 3", "a0", "end", "rule no x", "el a: b & / c", "el 1 99999999 9x", "el -", "won :", "doors 99pm", "el ,: /", "drawn /"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		o := Parse(line, may14)
		if o.IsComplete() && (o.For < 0 || slices.ContainsFunc(o.Contest.Totals, func(n int) bool { return n < 0 || n > 999999 }) || o.For > data.MaxVotes || o.Unnamed < 0 || o.Unnamed > 999) {
			t.Errorf("%q is read as %+v", line, o)
		}
		if o, ok := ParseMinute(line, may14); ok && o.Text == "" {
			t.Errorf("%q is a record of nothing", line)
		}
	})
}
