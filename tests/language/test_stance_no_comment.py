import pytest

from tests.language.stance_tables import read, stances

# Sentence, what the stance is taken on (scope or anaphor), who takes it.
TAKEN: list[tuple[str, str | None, str | None]] = [
    ("The ministry declined to comment.", None, "The ministry"),
    ("The ministry did not comment on the rumour.", "the rumour", "The ministry"),
    (
        "A spokesman for the bank refused to comment on the reports.",
        "the reports",
        "A spokesman for the bank",
    ),
    ("The airline did not immediately respond to a request for comment.", None, "The airline"),
    ("The embassy has not commented on the arrest.", "the arrest", "The embassy"),
    ("The actor could not be reached for comment.", None, "The actor"),
    ("The studio was not immediately available for comment.", None, "The studio"),
    ("The police would neither confirm nor deny the report.", "the report", "The police"),
    ("The army declined to confirm or deny that it had troops there.", "it had troops there", "The army"),
    ("The school has yet to comment on the claims.", "the claims", "The school"),
    ("The agency did not return calls seeking comment.", None, "The agency"),
    ("“No comment,” the coach said.", None, "the coach"),
    ("The lawyer declined to discuss the case.", None, "The lawyer"),
    ("The palace refused to say whether the prince was ill.", "the prince was ill", "The palace"),
    ("The company has not responded to questions about the leak.", "the leak", "The company"),
    ("The governor's office did not reply to emails.", None, "The governor's office"),
    ("The club declined to comment on speculation about a transfer.", "a transfer", "The club"),
    ("The senator's aides did not return a phone call.", None, "The senator's aides"),
    ("The hospital would not comment on the allegations.", "the allegations", "The hospital"),
    ("The factory was unavailable for comment.", None, "The factory"),
    ("The union is not commenting on the report.", "the report", "The union"),
    ("The museum did not answer questions about the theft.", "the theft", "The museum"),
    ("The federation remained tight-lipped.", None, "The federation"),
    ("The bishop has not publicly commented.", None, "The bishop"),
    ("There was no immediate comment from the town hall.", None, "the town hall"),
    ("There was no comment from the owners of the mill on Friday.", None, "the owners of the mill"),
    ("The White-Hart hotel declined to confirm the report.", "the report", "The White-Hart hotel"),
    ("The director refused to be drawn on the sale.", "the sale", "The director"),
    ("Asked whether a broker might have paid, she declined to comment.", "a broker might have paid", "she"),
    (
        "Asked whether the bank would fail, Ida Berg, who owns it, declined to respond.",
        "the bank would fail",
        "Ida Berg",
    ),
    (
        "Mr Quill, when asked if the bank would fail, did not answer the question.",
        "the bank would fail",
        "Mr Quill",
    ),
]
NOT_TAKEN = [
    "The patient has not responded to the treatment.",
    "The wound did not respond to the ointment.",
    "He could not be reached by the lifeboat.",
    "The ministry commented on the report at length.",
    "The dog did not respond to treatment.",
    "The patient did not respond to the drug.",
    "The minister said that the report was wrong.",
    "He could not be reached by the rescue boats.",
    "The phone did not ring.",
    "The team declined in the table.",
    "The house was available for rent.",
    "The mayor responded quickly.",
    "The comment was deleted.",
    "The general refused to surrender.",
    "The boy refused to eat.",
    "The profits declined to a record low.",
    "She did not answer the door.",
    "The editor commented out the line.",
    "The bank replied that all was well.",
    "The shop did not return the money.",
    "The driver refused to stop.",
    "The company returned to profit.",
    "They declined the invitation.",
    "The ship called at the port.",
    "The reporter asked for comment.",
    "The doctor could be reached at home.",
    "The deer did not return to the forest.",
    "The question was answered.",
]


@pytest.mark.parametrize(("text", "target", "holder"), TAKEN)
def test_takes_the_stance(text: str, target: str | None, holder: str | None) -> None:
    assert read(text, "no-comment") == [(target, holder)]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_takes_no_such_stance(text: str) -> None:
    assert "no-comment" not in stances(text)
