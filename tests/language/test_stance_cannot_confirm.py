import pytest

from tests.language.stance_tables import read, stances

# Sentence, what the stance is taken on (scope or anaphor), who takes it.
TAKEN: list[tuple[str, str | None, str | None]] = [
    ("Critics said the report did not offer any evidence that the dam leaks.", "the dam leaks", "the report"),
    ("No evidence ever emerged that the mayor was paid.", "the mayor was paid", None),
    (
        "The ministry has not at this time seen any evidence that corroborates the claim.",
        "the claim",
        "The ministry",
    ),
    ("There is no evidence that would support the allegations.", "the allegations", None),
    ("No study has confirmed that the drug works.", "the drug works", None),
    ("Nobody has confirmed the rumour.", "the rumour", None),
    ("Not one witness confirmed that shots were fired.", "shots were fired", None),
    ("The police are not sure whether he is alive.", "he is alive", "The police"),
    ("Reuters could not independently verify the claims.", "the claims", "Reuters"),
    ("It was not immediately possible to verify the claim independently.", "the claim", None),
    ("It is impossible to verify the footage.", "the footage", None),
    ("The agency has not verified the video.", "the video", "The agency"),
    (
        "The police said they could not confirm that the driver was drunk.",
        "the driver was drunk",
        "The police",
    ),
    ("The report could not be independently confirmed.", "The report", None),
    ("There is no evidence that the vaccine causes fainting.", "the vaccine causes fainting", None),
    ("The embassy said it had no evidence to support reports of a coup.", "a coup", "The embassy"),
    ("Officials have seen no indication that the hackers got in.", "the hackers got in", "Officials"),
    ("A second eruption cannot be ruled out, geologists said.", "A second eruption", "geologists"),
    ("The police have not ruled out arson.", "arson", "The police"),
    ("It is unclear whether the hostages are alive.", "the hostages are alive", None),
    ("It was not immediately clear whether anyone was hurt.", "anyone was hurt", None),
    ("The number of victims has not been confirmed.", "The number of victims", None),
    ("There were unconfirmed reports that the minister had fled.", "the minister had fled", None),
    ("The candidate claimed without evidence that the vote was rigged.", "the vote was rigged", None),
    (
        "The coroner said there was no proof that the singer was poisoned.",
        "the singer was poisoned",
        "The coroner",
    ),
    ("Unconfirmed reports said a second train had derailed.", "a second train had derailed", None),
    ("The mill burned down, multiple unconfirmed reports said.", "The mill burned down", None),
    ("According to several unconfirmed reports, the dam had burst.", "the dam had burst", None),
    ("The driver was drunk, according to unverified media reports.", "The driver was drunk", None),
    ("There is no physical evidence of an attack.", "an attack", None),
    ("He said there was no sign the well was dry, and that it was clean.", "the well was dry", "He"),
    ("There is no sign the talks have moved.", "the talks have moved", None),
    ("Reuters was not able to verify the report that the pilot died.", "the pilot died", "Reuters"),
    ("The paper was unable to confirm the rumour.", "the rumour", "The paper"),
    ("The identity of the gunman has not been verified.", "The identity of the gunman", None),
    ("The fund said it was not aware of any breach of its servers.", "breach of its servers", "The fund"),
    ("The account of the battle remains unverified.", "The account", None),
    ("The rumour of a buyout remains unconfirmed.", "a buyout", None),
    ("It could not be confirmed whether the pilot survived.", "the pilot survived", None),
    ("“We cannot confirm these reports,” the coastguard said.", "these reports", "the coastguard"),
    ("No evidence minister took bribes, inquiry finds", "minister took bribes", None),
    ("The navy has yet to confirm that the submarine sank.", "the submarine sank", "The navy"),
    ("There is little evidence that the diet works.", "the diet works", None),
    ("The club could not rule out a sale.", "a sale", "The club"),
    ("It is not known whether the painting is genuine.", "the painting is genuine", None),
    ("There was no immediate confirmation from the government.", "the government", None),
    (
        "We have seen nothing to suggest that the dyke was cut, the guard said.",
        "the dyke was cut",
        "the guard",
    ),
    ("Police found nothing to support reports that the crew were spies.", "the crew were spies", "Police"),
    ("Roe left the band, they say. We could not find any evidence for that.", "that", None),
]
NOT_TAKEN = [
    "He read unconfirmed reports in the press.",
    "There was no sign of rain.",
    "Trees show no sign of thirst.",
    "There was no indication of exactly where the boat had sunk.",
    "It is unclear how the fire began.",
    "He does not know the way.",
    "The chef could not establish a restaurant.",
    "The priest could not reach the altar.",
    "The company confirmed that it would move.",
    "The evidence shows that the ice is melting.",
    "There is clear evidence that the drug helps.",
    "Nobody was hurt.",
    "The court ruled out the testimony.",
    "The coach ruled out a return.",
    "The bridge is not clear of snow.",
    "The weather was unclear.",
    "Police verified the passports.",
    "The senator was confirmed by the committee.",
    "No tickets are left.",
    "The hotel could not find the booking.",
    "The chef could not establish a restaurant.",
    "The lab determined the cause of death.",
    "The road is clear.",
    "She could not be reached by road.",
    "The experiment confirmed the theory.",
    "The firm has no plans to close.",
    "The sign was not visible.",
    "The boy gave no sign of fear.",
    "The certificate is valid.",
    "If the police cannot confirm the report, it will be dropped.",
    "The engineer indicated that the dam was safe.",
    "The museum said the vase was real.",
]


@pytest.mark.parametrize(("text", "target", "holder"), TAKEN)
def test_takes_the_stance(text: str, target: str | None, holder: str | None) -> None:
    assert read(text, "cannot-confirm") == [(target, holder)]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_takes_no_such_stance(text: str) -> None:
    assert "cannot-confirm" not in stances(text)
