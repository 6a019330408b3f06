import pytest

from tests.language.stance_tables import read, stances

# Sentence, what the stance is taken on (scope or anaphor), who takes it.
TAKEN: list[tuple[str, str | None, str | None]] = [
    ("Economists doubt that inflation will fall this year.", "inflation will fall this year", "Economists"),
    ("Experts doubted whether the fossil was genuine.", "the fossil was genuine", "Experts"),
    ("The findings cast doubt on the claim that the drug works.", "the drug works", "The findings"),
    ("Critics questioned whether the vote was fair.", "the vote was fair", "Critics"),
    ("“I don’t believe that he wrote the letter,” the widow said.", "he wrote the letter", "the widow"),
    ("“It is hard to believe that nobody saw it,” the detective said.", "nobody saw it", "the detective"),
    ("Officials are sceptical of claims that the mine is safe.", "the mine is safe", "Officials"),
    (
        "The mayor is not convinced that the tunnel will open on time.",
        "the tunnel will open on time",
        "The mayor",
    ),
    ("It is unlikely that the ship will be found, the navy said.", "the ship will be found", "the navy"),
    (
        "“I don’t understand why they would sell it,” said Anna Berg, an analyst.",
        "they would sell it",
        "Anna Berg",
    ),
    ("“I don’t see how the deal could work,” she said.", "the deal could work", "she"),
    ("The account seems implausible.", "The account", None),
    ("“Whether they would ever pay, it is hard for me to believe,” he said.", "they would ever pay", "he"),
    ("The ministry expressed doubts about the report.", "the report", "The ministry"),
    (
        "Historians voiced scepticism over the story that the king was poisoned.",
        "the king was poisoned",
        "Historians",
    ),
    (
        "The report raised doubts about the claim that the water was clean.",
        "the water was clean",
        "The report",
    ),
    ("“If it is true, it would contradict everything we know,” the curator said.", "it", "the curator"),
    ("It makes no sense that a thief would leave the money.", "a thief would leave the money", None),
    ("The new account is more credible than the rumour that he fled.", "he fled", None),
    (
        "Scientists were unconvinced that the lights came from a meteor.",
        "the lights came from a meteor",
        "Scientists",
    ),
    ("The reports are exaggerated, aid workers said.", "The reports", "aid workers"),
    ("The striker is unlikely to leave, his agent said.", "The striker is unlikely to leave", "his agent"),
    ("“We can’t imagine that she knew,” her brother said.", "she knew", "her brother"),
    ("Investigators questioned the authenticity of the video.", "the video", "Investigators"),
    ("The professor has serious doubts that the map is old.", "the map is old", "The professor"),
    ("The allegation is doubtful, the newspaper wrote.", "The allegation", "the newspaper"),
    ("Rumours that the ship has sunk have been greatly exaggerated.", "the ship has sunk", None),
    (
        "The envoy said there was “no reason to believe” that the dyke had been poorly kept.",
        "the dyke had been poorly kept",
        "The envoy",
    ),
]
NOT_TAKEN = [
    "Advocates call into question whether the ministry is open.",
    "The police are not sure whether he is alive.",
    "“I can’t believe the view we had,” the climber said.",
    "People here don’t think that way.",
    "There is no doubt that the fire was arson.",
    "Without a doubt, the best film of the year won.",
    "The pastor never doubted that help would come.",
    "The jury found him guilty beyond reasonable doubt.",
    "Few doubted that the queen would return.",
    "If you doubt that the road is open, call the police.",
    "Do you doubt that he will win?",
    "The couple gave them the benefit of the doubt.",
    "Little doubt remains that the glacier is melting.",
    "The question is whether the bus will come.",
    "The teacher questioned the pupils.",
    "Police questioned two men about the theft.",
    "It is likely that the ship will sail.",
    "She believes that the letter is real.",
    "The runner undoubtedly deserved the medal.",
    "The town asked why the school closed.",
    "The mayor questioned why the bridge was closed in May.",
    "I don’t understand why the bank closed the branch.",
    "The senator raised questions in the committee.",
    "He would doubt that the car is his.",
    "I believe it.",
    "The convincing evidence came from the lab.",
    "The village is certain that the wolf is back.",
    "The shop sells doubtful pleasures.",
    "It makes sense that the children were tired.",
    "The bridge is strong.",
    "The questionable haircut won a prize.",
]


@pytest.mark.parametrize(("text", "target", "holder"), TAKEN)
def test_takes_the_stance(text: str, target: str | None, holder: str | None) -> None:
    assert read(text, "doubts") == [(target, holder)]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_takes_no_such_stance(text: str) -> None:
    assert "doubts" not in stances(text)
