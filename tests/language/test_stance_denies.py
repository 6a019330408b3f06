import pytest

from tests.language.stance_tables import read, stances

# Sentence, what the stance is taken on (scope or anaphor), who takes it.
TAKEN: list[tuple[str, str | None, str | None]] = [
    (
        "The airline denied that it had cut corners on maintenance.",
        "it had cut corners on maintenance",
        "The airline",
    ),
    (
        "The minister has repeatedly denied taking bribes from builders.",
        "taking bribes from builders",
        "The minister",
    ),
    (
        "The club denied reports that its striker was leaving for Madrid.",
        "its striker was leaving for Madrid",
        "The club",
    ),
    ("Police denied rumours of a second gunman.", "a second gunman", "Police"),
    ("The bank dismissed claims that it was running out of cash.", "it was running out of cash", "The bank"),
    ("The singer's agent rejected the allegations.", "the allegations", "The singer's agent"),
    (
        "The hospital rejected as baseless reports that patients had been turned away.",
        "patients had been turned away",
        "The hospital",
    ),
    ("The mayor called the story a lie.", "the story", "The mayor"),
    ("“This rumour is a hoax,” the studio said.", "This rumour", "the studio"),
    ("Reports that the dam had burst were false, the governor said.", "the dam had burst", "the governor"),
    ("There is no truth to the rumour that the couple have separated.", "the couple have separated", None),
    (
        "The ministry refuted media reports of a currency devaluation.",
        "a currency devaluation",
        "The ministry",
    ),
    (
        "“These claims are completely untrue,” said Maria Lopez, a spokeswoman for the charity.",
        "These claims",
        "Maria Lopez",
    ),
    ("The company shot down speculation about a merger.", "a merger", "The company"),
    ("The coach laughed off suggestions that he would resign.", "he would resign", "The coach"),
    ("The Kremlin-style memo turned out to be fake.", "The Kremlin-style memo", None),
    ("Fact-checkers debunked the claim that bleach cures the virus.", "bleach cures the virus", None),
    ("The actor pleaded not guilty to charges of assault.", "assault", "The actor"),
    ("The email falsely claimed that the school would close.", "the school would close", None),
    (
        "Contrary to reports that the bridge was unsafe, cars crossed it all day.",
        "the bridge was unsafe",
        None,
    ),
    ("The army denied it had fired on the crowd.", "it had fired on the crowd", "The army"),
    ("The allegations were denied by the archbishop.", "The allegations", "the archbishop"),
    ("Officials pushed back on the suggestion that votes were lost.", "votes were lost", "Officials"),
    (
        "The team's doctor brushed aside rumours that the runner was injured.",
        "the runner was injured",
        "The team's doctor",
    ),
    ("The senator branded the accusation “ridiculous nonsense”.", "the accusation", "The senator"),
    ("Police played down the false claim that the well was poisoned.", "the well was poisoned", None),
    ("“We had nothing to do with the fire,” the landlord said.", "the fire", "the landlord"),
    ("The retailer said it was not considering closing any shops.", "closing any shops", "The retailer"),
    ("The video is a hoax.", "The video", None),
    (
        "It is not true that the ferry was overloaded, the operator said.",
        "the ferry was overloaded",
        "the operator",
    ),
    (
        "An earlier version of this article stated that the pilot had been drinking.",
        "the pilot had been drinking",
        None,
    ),
    (
        "In a statement, the lab denied on Tuesday that samples had been swapped.",
        "samples had been swapped",
        "the lab",
    ),
    (
        "The lawyer said his client denied any involvement in the robbery.",
        "any involvement in the robbery",
        "his client",
    ),
    ("Denying that prices would rise, the grocer blamed the weather.", "prices would rise", "the grocer"),
    ("The union disputes the company's claim that wages rose.", "wages rose", "The union"),
    ("The governor was forced to deny that he had died.", "he had died", "The governor"),
    ("The prince denied ever having met her.", "having met her", "The prince"),
]
NOT_TAKEN = [
    "The tourist was denied entry at the border.",
    "The judge denied bail to the suspect.",
    "The court dismissed the claim against the hospital.",
    "The board rejected the offer from its rival.",
    "The minister did not deny that talks had taken place.",
    "Nobody denies that the winter was cold.",
    "There is no denying that the bridge is old.",
    "The flood cannot be ruled out, engineers said.",
    "Not only farmers lost their crops.",
    "The firm has no plans to expand.",
    "The treaty is not necessarily dead.",
    "The goalkeeper denied Rossi a second goal.",
    "The council denied him a permit.",
    "She asked whether he denied the charge.",
    "If the bank denies the report, shares may recover.",
    "Did the mayor deny the allegations?",
    "Parents rejected the new school uniform.",
    "The patient was denied access to medication.",
    "The airline denied boarding to thirty passengers.",
    "He is in denial about his drinking.",
    "The denial of service attack lasted an hour.",
    "The country rejected a proposal to join the union.",
    "No doubt the voters will decide.",
    "The dentist made him a set of false teeth.",
    "The alarm was false.",
    "She said that denying women the vote was wrong.",
    "The insurer denied his request for a refund.",
    "Voters rejected the constitution in a referendum.",
    "The report is long and detailed.",
    "A spokesman would neither confirm nor deny the report.",
    "The singer would not deny the rumour.",
    "The actress wore fake fur.",
    "The club dismissed its coach on Monday.",
    "The panel rejected the idea of a second vote.",
    "The fans called the referee a disgrace.",
]


@pytest.mark.parametrize(("text", "target", "holder"), TAKEN)
def test_takes_the_stance(text: str, target: str | None, holder: str | None) -> None:
    assert read(text, "denies") == [(target, holder)]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_takes_no_such_stance(text: str) -> None:
    assert "denies" not in stances(text)
