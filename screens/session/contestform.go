package session

func (p *Place) contestForm() {}
