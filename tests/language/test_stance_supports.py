import pytest

from tests.language.stance_tables import read, stances

# Sentence, what the stance is taken on (scope or anaphor), who takes it.
TAKEN: list[tuple[str, str | None, str | None]] = [
    ("The company confirmed that it would cut 400 jobs.", "it would cut 400 jobs", "The company"),
    ("The minister acknowledged that mistakes had been made.", "mistakes had been made", "The minister"),
    ("The suspect admitted killing his neighbour.", "killing his neighbour", "The suspect"),
    ("The bank conceded that its figures were wrong.", "its figures were wrong", "The bank"),
    ("The report has been confirmed by two officials.", "The report", "two officials"),
    ("Police confirmed the arrest of a second man.", "the arrest of a second man", "Police"),
    ("The club confirmed reports that its captain was injured.", "its captain was injured", "The club"),
    ("The mill will close, a company spokesman confirmed.", "The mill will close", "a company spokesman"),
    ("Engineers verified that the dam was cracked.", "the dam was cracked", "Engineers"),
    ("“The rumours are true,” the singer said.", "The rumours", "the singer"),
    ("The officer confessed to planting the drugs.", "planting the drugs", "The officer"),
    ("Her account was corroborated by three witnesses.", "Her account", "three witnesses"),
    ("The claims are accurate, the auditor said.", "The claims", "the auditor"),
    ("The agency authenticated the recording.", "the recording", "The agency"),
    ("The mayor admitted that he had lied about the money.", "he had lied about the money", "The mayor"),
    ("The palace confirmed the death of the duke.", "the death of the duke", "The palace"),
    ("The story turned out to be true.", "The story", None),
    ("The lab confirmed on Friday that the water was polluted.", "the water was polluted", "The lab"),
    ("The hotel admitted it had known about the leak.", "it had known about the leak", "The hotel"),
    ("The pilot owned up to flying drunk.", "flying drunk", "The pilot"),
    ("The documents back up the claim that the firm knew.", "the firm knew", "The documents"),
    ("The army confirmed it had lost a helicopter.", "it had lost a helicopter", "The army"),
    ("The reports were confirmed by the health ministry.", "The reports", "the health ministry"),
    ("The player acknowledged taking a banned substance.", "taking a banned substance", "The player"),
    ("The airline admitted to losing the bags.", "losing the bags", "The airline"),
    (
        "The president has acknowledged the existence of the programme.",
        "the existence of the programme",
        "The president",
    ),
]
NOT_TAKEN = [
    "Half a million cases of flu have been confirmed worldwide.",
    "That is true on a personal level.",
    "The rules allow them to lose one vote and still confirm Lind.",
    "Papers need to stop sulking, and instead, acknowledge that mistakes are made.",
    "The programme is critical in helping the agency corroborate information on plots.",
    "The study was established by the minister last August.",
    "The senate panel confirmed her on Tuesday.",
    "The ministry neither confirmed nor denied the report.",
    "The club hopes that police will confirm the theft.",
    "The same holds true for bees.",
    "The man was admitted to hospital.",
    "The senate confirmed the judge.",
    "The bank could not confirm the report.",
    "The museum has not confirmed the theft.",
    "The club refused to confirm the transfer.",
    "There were 40 confirmed cases of measles.",
    "The bishop will confirm the children in May.",
    "If the police confirm that the body is his, there will be an inquest.",
    "Did the mayor confirm the report?",
    "The true cost is unknown.",
    "The school admitted girls for the first time.",
    "The actor never admitted that he was ill.",
    "The firm would not acknowledge the mistake.",
    "Nobody confirmed the story.",
    "The report is not true.",
    "None of those stories are true, the singer said.",
    "The ticket admits two.",
    "The police declined to confirm the name.",
    "The bride was true to her word.",
    "The deal has yet to be confirmed.",
    "She asked whether he admitted the theft.",
    "The room was correct in every detail.",
    "The flight is to be confirmed.",
    "The film is based on a true story.",
    "The club may confirm that the striker is leaving.",
    "The club has not yet seen any evidence that confirms the story.",
    "There is no proof that would corroborate the rumour.",
]


@pytest.mark.parametrize(("text", "target", "holder"), TAKEN)
def test_takes_the_stance(text: str, target: str | None, holder: str | None) -> None:
    assert read(text, "supports") == [(target, holder)]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_takes_no_such_stance(text: str) -> None:
    assert "supports" not in stances(text)
