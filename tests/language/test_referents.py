import pytest

from tui.language.full_names import FullNames
from tui.language.referents import Known, person, sex_of

# Who is told of, then the sentence with the pronoun at its last "he" or "she", and whom that is.
TOLD = [
    ("Oil minister Tina Falk visited the rig on Monday.", " She said output would fall.", "Tina Falk"),
    ("Mr. Paul Reed met Dr. Anna Bell in the hall.", " She said the ward was full.", "Anna Bell"),
    ("Mr. Paul Reed met Dr. Anna Bell in the hall.", " He said the ward was full.", "Paul Reed"),
    ("Acme CEO Mark Stone said that Acme Motors would stay.", " Rather, he said, it grows.", "Mark Stone"),
    ("Laura Pike told Brenda Holt that the dam was safe.", " Later she said it leaked.", "Laura Pike"),
    ("“We lost,” said Peter Hale.\n\nKaren Moss, a miller, agreed.", "\n\n“We did,” she said.", "Karen Moss"),
    ("Robert Lane, a baker, says that bread was cheap.", " “Now it is not,” he said.", "Robert Lane"),
    ("David Orr wrote to friends of former mayor Simon Bach.", " He said the quay had sunk.", "David Orr"),
    ("Henry Cole praised the plan.  It passed.", " “It was time,” he said.", "Henry Cole"),
    ("Peter Hale closed the mill.", " The staff, he said, had known.", "Peter Hale"),
    ("President Falk had the dam in mind", " when he said that it leaked.", "Falk"),
    ("One of them is Sarah Day.", " As she said, it rained.", "Sarah Day"),
    ("The crew ran.  Capt. Ron Lane of the River Guard stayed.", " He said it was calm.", "Ron Lane"),
    ("Miss Hale told the crew that Anna Bell was ill.", " She said so on Monday.", "Jane Hale"),
    ("Gov. Sven Orr, R-Wis., asked if Paul Reed knew.", " He said it was late.", "Sven Orr"),
    ("Henry Cole praised the friends of Paul Reed: “You are right,”", " he said.", "Henry Cole"),
    ("Emma Ross, 34, saw two bangs.", " “They were loud,” she said.", "Emma Ross"),
]  # fmt: skip
NOT_TOLD = [
    ("The mill burned down on Monday.", " She said it had been sold."),
    ("Apple Watch sales rose in May.", " He said the price was right."),
    ("The Orrin Harbour Board met on Monday.", " She said the quay was safe."),
    ("Laura Pike visited the mill.", " He said it was old."),
    ("“Peter Hale stole the boat.”", " He said so twice."),
    ("Peter Hale stole the boat,", " he said."),
]


def last_pronoun(text: str) -> tuple[int, str]:
    """Where the last pronoun of a text stands, and the pronoun."""
    words = [(text.lower().rfind(f" {word} "), word) for word in ("he", "she")]
    place, word = max(words)
    return place + 1, word


def meant(text: str, *known: Known) -> str | None:
    place, word = last_pronoun(text)
    return person(text, place, word, FullNames(text).by_surname, known)


@pytest.mark.parametrize(("told", "then", "name"), TOLD)
def test_is_whom_the_text_tells_of(told: str, then: str, name: str) -> None:
    assert meant(f"{told}{then}\n\nJane Hale left.") == name


@pytest.mark.parametrize(("told", "then"), NOT_TOLD)
def test_is_nobody_who_is_no_person_or_of_the_other_sex_or_only_spoken_of(told: str, then: str) -> None:
    assert meant(told + then) is None


def test_who_was_speaking_comes_before_whom_a_sentence_mentions() -> None:
    text = "A trader told reporters that the bank of Simon Bach was broke.  “It is,” he said."
    assert meant(text, Known(0, "trader", "")) == "trader"
    assert meant(text, Known(0, "trader", "", aside=True)) == "Simon Bach"


def test_inside_a_quotation_somebody_else_calls_a_person_so() -> None:
    text = "Peter Hale closed the mill.  “My uncle sold it.  Then he left,” said Karen Moss."
    place = text.index("he left")
    assert person(text, place, "he", FullNames(text).by_surname, ()) is None


@pytest.mark.parametrize(
    ("name", "description", "sex"),
    [
        ("Anna Bell", "", "female"),
        ("Peter Hale", "", "male"),
        ("Robin Hale", "", None),
        ("Robin Hale", "spokeswoman", "female"),
        ("Hale", "Mr.", "male"),
        ("Peter", "", None),
    ],
)
def test_name_and_description_tell_the_sex(name: str, description: str, sex: str | None) -> None:
    assert sex_of(name, description) == sex
