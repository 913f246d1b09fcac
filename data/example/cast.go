package example

import (
	"time"

	"branchbook/data"
)

// A part is one of the people whom the pictures and scenarios know by name.
type part struct {
	title, first, last string
	number             string // "" for one like any other
	gender             data.Gender
	ward               string
	joined             data.Date
	young, noEmail     bool
	arrears            data.Date // since when
	note               string
}

func day(year int, month time.Month, d int) data.Date { return data.MustDate(year, month, d) }

// The places in the cast of those whom the script calls by name.
const (
	adeyemi = iota
	benkhelifa
	cardenas
	carrick
	chandrasekar
	davies
	dunne
	keogh
	llewellyn
	mbeki
	zOkafor
	eOkafor
	sorensen
	tokarczuk
	wisniewski
	whitcombe
	yildiz
	ashworth
	niBhriain
	prosser
	mensah
	frazer // from here on: joined inside 8 weeks of 14 May 2026
	oHare
	firstNew = frazer
	castSize = 27
)

// cast returns the people with a part. The last six joined after 19 March 2026, and none of these is in arrears.
func cast() []part {
	const w, m = data.Woman, data.Man
	const mill, canal = millbrook, canalside
	return []part{
		adeyemi:      {title: "Cllr", first: "Adebayo", last: "Adeyemi", number: "A1042217", gender: m, ward: mill, joined: day(2015, 9, 12)},
		benkhelifa:   {first: "Nadia", last: "Benkhelifa", number: "L0388145", gender: w, ward: canal, joined: day(2017, 5, 8)},
		cardenas:     {first: "José", last: "Cárdenas", number: "A1093360", gender: m, ward: mill, joined: day(2020, 1, 19)},
		carrick:      {first: "Ben", last: "Carrick", number: "A1120984", gender: m, ward: mill, joined: day(2021, 6, 2)},
		chandrasekar: {first: "Priya", last: "Chandrasekar", number: "L0402716", gender: w, ward: canal, joined: day(2018, 10, 27)},
		davies:       {first: "Aled", last: "Davies", number: "L0377502", gender: m, ward: mill, joined: day(2016, 2, 14), arrears: day(2026, 4, 1)},
		dunne:        {first: "Margaret", last: "Dunne", number: "L0120048", gender: w, ward: canal, joined: day(1994, 5, 3)},
		keogh:        {first: "Siobhán", last: "Keogh", number: "L0391177", gender: w, ward: mill, joined: day(2016, 7, 30)},
		llewellyn:    {first: "Siân", last: "Llewellyn", number: "A1077410", gender: w, ward: canal, joined: day(2019, 11, 11)},
		mbeki:        {first: "Grace", last: "Mbeki", number: "L0366209", gender: w, ward: mill, joined: day(2015, 8, 6), noEmail: true, note: "No email and does not like the telephone: put papers through the door."},
		zOkafor:      {first: "Zoë", last: "Okafor", number: "A1064482", gender: w, ward: canal, joined: day(2019, 4, 17)},
		eOkafor:      {first: "Emeka", last: "Okafor", number: "A1151730", gender: m, ward: canal, joined: day(2022, 10, 5), young: true},
		sorensen:     {first: "Lars", last: "Sørensen", number: "L0384930", gender: m, ward: mill, joined: day(2017, 1, 22)},
		tokarczuk:    {first: "Halina", last: "Tokarczuk", number: "A1058831", gender: w, ward: canal, joined: day(2019, 2, 3), note: "Best phoned after 6pm. Has the spare key to the hall."},
		wisniewski:   {first: "Tomasz", last: "Wiśniewski", number: "A1063017", gender: m, ward: canal, joined: day(2019, 3, 28)},
		whitcombe:    {first: "Jean", last: "Whitcombe", number: "L0298833", gender: w, ward: mill, joined: day(2008, 11, 17)},
		yildiz:       {first: "Okan", last: "Yıldız", number: "A1139206", gender: m, ward: mill, joined: day(2022, 2, 9)},
		ashworth:     {first: "June", last: "Ashworth", number: "L0143391", gender: w, ward: mill, joined: day(1997, 5, 2), noEmail: true},
		niBhriain:    {first: "Aoife", last: "Ní Bhriain", number: "A1109975", gender: w, ward: canal, joined: day(2020, 9, 14)},
		prosser:      {first: "Dilys", last: "Prosser", number: "L0201164", gender: w, ward: canal, joined: day(2001, 3, 8)},
		mensah:       {first: "Kofi", last: "Mensah", number: "A1098542", gender: m, ward: mill, joined: day(2020, 2, 25)},
		frazer:       {first: "Callum", last: "Frazer", number: "A1188213", gender: m, ward: canal, joined: day(2026, 4, 28), young: true},
		oHare:        {first: "Róisín", last: "O'Hare", number: "A1187904", gender: w, ward: mill, joined: day(2026, 3, 25)},
		23:           {first: "Thị Lan", last: "Nguyễn", number: "A1187951", gender: w, ward: canal, joined: day(2026, 4, 2)},
		24:           {first: "Marek", last: "Zając", number: "A1188002", gender: m, ward: mill, joined: day(2026, 4, 10)},
		25:           {first: "Shapla", last: "Begum", number: "A1188107", gender: w, ward: mill, joined: day(2026, 4, 20), young: true},
		26:           {first: "Gwilym", last: "Pugh-Jones", number: "A1188164", gender: m, ward: canal, joined: day(2026, 4, 24)},
	}
}

// A caller is a guest who comes to the branch's meetings now and then.
type caller struct {
	title, first, last, organisation string
	gender                           data.Gender
	subject                          string // what they came to speak of
}

func callers() []caller {
	return []caller{
		{"Cllr", "Farida", "Rahman", "Councillor, Lower Weir Branch", data.Woman, "the council's budget and what it means for Millbrook"},
		{"Dr", "Owen", "Pryce", "Friends of Canalside Library", data.Man, "keeping the library's doors open"},
		{"", "Moira", "Kinsella", "Northgate Tenants' Federation", data.Woman, "damp, repairs and how to complain so that it is heard"},
		{"", "Delroy", "Bright", "Transport union, bus section", data.Man, "the timetable and the drivers behind it"},
		{"", "Ewa", "Kaczmarek", "Northgate Food Bank", data.Woman, "a winter at the food bank"},
		{"Cllr", "Hugh", "Tansley", "Councillor, Weirside Branch", data.Man, "planning and the old mill site"},
		{"", "Samina", "Qureshi", "Northgate Credit Union", data.Woman, "borrowing without being fleeced"},
		{"", "Peter", "Lund", "Canal and River volunteers", data.Man, "the towpath"},
	}
}
