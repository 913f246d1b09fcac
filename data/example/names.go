package example

import "strings"

// A people is a pool of first and last names that go together.
type people struct {
	women, men, last []string
	weight           int // how often, of all the weights
}

func (p people) firsts(woman bool) []string {
	if woman {
		return p.women
	}
	return p.men
}

func words(s string) []string { return strings.Split(s, ",") }

// pools returns where names are drawn from. Surnames that differ for women and men in their language are left out.
func pools() []people {
	return []people{
		{words("Alison,Barbara,Carol,Dorothy,Eileen,Fiona,Gillian,Hazel,Isobel,Janet,Karen,Linda,Maureen,Nicola,Pauline,Rachel,Sheila,Tracey,Vera,Wendy,Rosie,Chloe,Megan,Abigail"),
			words("Alan,Brian,Colin,Derek,Edward,Frank,Graham,Harold,Ian,Jack,Keith,Leonard,Martin,Neil,Oliver,Philip,Roger,Stephen,Trevor,Walter,Luke,Harry,Daniel,Simon"),
			words("Archer,Barlow,Clegg,Dewhurst,Entwistle,Fielding,Greenwood,Hargreaves,Illingworth,Jessop,Kershaw,Lomax,Marsden,Nuttall,Ogden,Pickles,Ramsden,Sutcliffe,Thackray,Uttley,Varley,Whitaker,Yates,Smith-Hale,Ashworth,Holroyd"), 40},
		{words("Bríd,Ciara,Deirdre,Eithne,Gráinne,Maeve,Niamh,Nuala,Orla,Sinéad,Una,Caoimhe"),
			words("Brendan,Cormac,Declan,Eoin,Fergus,Liam,Niall,Oisín,Pádraig,Ruairí,Seán,Tadhg"),
			words("Brennan,Cassidy,Doherty,Fallon,Gallagher,Hennessy,Keogh,Lynch,McCann,Nolan,O'Dowd,O'Leary,Quinn,Rafferty,Sweeney,Tierney"), 12},
		{words("Angharad,Bronwen,Carys,Eleri,Ffion,Gwen,Lowri,Mair,Nia,Rhiannon,Sioned,Tegwen"),
			words("Alun,Bryn,Dafydd,Emyr,Geraint,Huw,Idris,Llew,Meirion,Owain,Rhodri,Tudur"),
			words("Bevan,Cadwaladr,Ellis,Gethin,Howells,Iorwerth,Jenkins,Llewellyn,Maddocks,Parry,Rees,Tudor,Vaughan,Watkins"), 10},
		{words("Agnieszka,Beata,Danuta,Elżbieta,Grażyna,Irena,Joanna,Katarzyna,Małgorzata,Zofia"),
			words("Andrzej,Bartosz,Dariusz,Grzegorz,Jerzy,Krzysztof,Łukasz,Paweł,Stanisław,Wojciech"),
			words("Bąk,Duda,Gołąb,Kaczmarek,Krawczyk,Mazur,Nowak,Pająk,Sikora,Stępień,Wójcik,Wrona"), 9},
		{words("Adaeze,Bolanle,Chioma,Folake,Ifeoma,Ngozi,Omolara,Temitope,Yetunde,Zainab"),
			words("Babatunde,Chidi,Emeka,Femi,Ikenna,Kunle,Obinna,Segun,Tunde,Uche"),
			words("Adeleke,Balogun,Chukwu,Eze,Ibekwe,Nwosu,Obi,Ogunleye,Okafor,Okonkwo,Onyeka,Salako"), 9},
		{words("Ayşe,Çiğdem,Elif,Fatma,Gülşen,Nesrin,Şebnem,Zeynep"), words("Ahmet,Barış,Cem,Hüseyin,İbrahim,Mehmet,Özgür,Tarık"),
			words("Aydın,Çelik,Demir,Erdoğdu,Güneş,Kılıç,Öztürk,Şahin,Yıldız,Yılmaz"), 6},
		{words("Anwara,Fatima,Jahanara,Nasreen,Rehana,Rupa,Shirin,Taslima"), words("Abdul,Faruk,Habib,Imran,Jamal,Kabir,Rafiq,Shahid"),
			words("Ahmed,Begum,Chowdhury,Hossain,Islam,Khan,Miah,Rahman,Uddin"), 8},
		{words("Anh,Hạnh,Huệ,Mai,Ngọc,Thảo,Tuyết"), words("Bình,Dũng,Hùng,Khánh,Minh,Quang,Tuấn"), words("Đặng,Hoàng,Lê,Ngô,Phạm,Trần,Vũ"), 4},
		{words("Anjali,Deepa,Harpreet,Kavita,Meena,Sunita"), words("Arjun,Gurpreet,Jaswant,Mohan,Ravi,Suresh"),
			words("Bains,Gill,Iyer,Kaur-Dhillon,Menon,Patel,Rao,Sandhu,Sharma"), 7},
		{words("Abena,Ama,Efua,Beatriz,Carmen,Ilse,Marisol,Birgit"), words("Kwame,Yaw,Andrés,Diego,Mateus,Anders,Nils,Günther"),
			words("Asante,Boateng,Mensah,Álvarez,Ferreira,Núñez,Lindqvist,Größl,Håkansson,Peña"), 6},
	}
}

// streets of a ward, none of them in any town that is meant.
func streets(ward string) []string {
	if ward == millbrook {
		return words("Mill Lane,Fuller's Row,Weaver Street,Tenter Close,Brook Terrace,Carding Street,Sluice Road,Madder Avenue,Bobbin Court,Old Dye Works Road,Heddle Way,Spindle Street")
	}
	return words("Lock Road,Wharf Row,Towpath Terrace,Narrowboat Close,Winding Hole Lane,Coal Basin Street,Lime Kiln Road,Bargee's Yard,Puddler Street,Swingbridge Road")
}

// plainLetters takes accents off, and what an address of email has no room for.
var plainLetters = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ã", "a", "å", "a", "ä", "a", "ạ", "a", "ả", "a", "ầ", "a", "ấ", "a", "ă", "a", "ặ", "a", "ą", "a", "ć", "c", "ç", "c",
	"đ", "d", "é", "e", "è", "e", "ê", "e", "ë", "e", "ế", "e", "ệ", "e", "ễ", "e", "ę", "e", "ğ", "g", "í", "i", "ì", "i", "î", "i", "ı", "i", "ị", "i", "ł", "l", "ń", "n", "ñ", "n",
	"ó", "o", "ô", "o", "ö", "o", "ø", "o", "ọ", "o", "ộ", "o", "ś", "s", "ş", "s", "ß", "ss", "ú", "u", "û", "u", "ü", "u", "ũ", "u", "ù", "u", "ư", "u", "ź", "z", "ż", "z", " ", "", "'", "",
	"i̇", "i", "\u0307", "")

// mailName is a name as an address of email has it: sian.llewellyn.
func mailName(first, last string) string {
	return plainLetters.Replace(strings.ToLower(first) + "." + strings.ToLower(last))
}
