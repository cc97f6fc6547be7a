import json
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.language.own_control import Person, WordingRule, structure_alarm, wording_alarm
from couplesone.language.own_control.tokens import LONGEST_SENTENCE

HERE = Path(__file__).parent


class Sentence(TypedDict):
    text: str
    label: str
    partner_name: str | None
    client_name: str | None


def sentences(name: str) -> list[Sentence]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def verdict(sentence: Sentence, text: str | None = None) -> WordingRule | None:
    return wording_alarm(
        sentence["text"] if text is None else text,
        partner_names=[sentence["partner_name"]] if sentence["partner_name"] else [],
        client_names=[sentence["client_name"]] if sentence["client_name"] else [],
    )


def rates(name: str) -> tuple[float, float]:
    """The hit rate among sentences to refuse, the false-alarm rate among sentences to allow."""
    alarms: dict[str, list[bool]] = {"refuse": [], "allow": []}
    for sentence in sentences(name):
        alarms[sentence["label"]].append(verdict(sentence) is not None)
    refused, allowed = alarms["refuse"], alarms["allow"]
    return sum(refused) / len(refused), sum(allowed) / len(allowed)


DEVELOP = sentences("develop.jsonl")
FRESH = sentences("fresh.jsonl")

KNOWN_WEAK_SPOTS = {
    "I trust that by autumn he has found a job.",
    "Not one more night alone because he's out drinking",
    "I want it to be her who calls first.",
    "Before Karl answers Lena he takes a breath.",
    "He asks for space, and I give it without slamming the door.",
    "Get back to being friends",
    "Nils's plate stays where it is until he clears it away himself; I say nothing.",
    "I leave my diary open on the bed for him to read how unhappy I am and feel sorry.",
    "For my partner, a weekly AA meeting",
    'The day when my spouse says "we have a problem", and not "you have a problem"',
    "I want to be let in on what goes on inside my fiancé.",
    "Tell them it\u2019s a dental appointment and drive them to the practice",
    "Find the argument that she has no reply to",
    "A professional who confirms to my wife, in writing, that I am the reasonable one",
    "She makes the decision for both of us, so I needn't.",
    "Ninety days without cocaine for Leila",
    "Point out to her every time that she is doing it again, till she stops",
    "less reactive, less argumentative, more affirming: that is what she should be",
    "One visit, sixty minutes, with my spouse in the other chair",
    "The ripples of Eli's work reach Harper, who then wants some of it too.",
}
"""Idioms and references that the rules do not follow; a change that mends one takes it off this list."""


# ---- structure -------------------------------------------------------------------------------------------


@pytest.mark.row("S2.42")
@pytest.mark.parametrize(("acting", "measured"), list(product(Person, Person)))
def test_a_goal_is_in_own_hands_only_when_the_client_both_acts_and_is_measured(
    acting: Person, measured: Person
) -> None:
    assert structure_alarm(acting, measured) is not (acting is Person.CLIENT and measured is Person.CLIENT)


# ---- wording: whole sets ---------------------------------------------------------------------------------


@pytest.mark.row("S0.15")
@pytest.mark.parametrize("sentence", DEVELOP, ids=[sentence["text"][:50] for sentence in DEVELOP])
def test_each_sentence_of_the_develop_set_is_judged_as_labelled(sentence: Sentence) -> None:
    assert (verdict(sentence) is not None) is (sentence["label"] == "refuse")


@pytest.mark.row("S3.22")
def test_sentences_the_rules_have_been_mended_with_are_mostly_judged_as_labelled() -> None:
    """A floor, no estimate: the rules have learned from these sentences since their first look."""
    hits, false_alarms = rates("fresh.jsonl")
    assert hits >= 0.985
    assert false_alarms <= 0.005


def test_the_misjudged_sentences_are_known() -> None:
    misjudged = {
        sentence["text"]
        for sentence in FRESH
        if (verdict(sentence) is not None) is not (sentence["label"] == "refuse")
    }
    assert misjudged == KNOWN_WEAK_SPOTS


@pytest.mark.row("S3.22")
def test_held_out_rates(capsys: pytest.CaptureFixture[str]) -> None:
    hits, false_alarms = rates("held_out.jsonl")
    with capsys.disabled():
        print(f"\nheld-out: hit rate {hits:.3f}, false-alarm rate {false_alarms:.3f}")
    enough, few = hits >= 0.95, false_alarms <= 0.05
    assert (enough, few) == (True, True)


# ---- wording: each rule and its nearest innocent ---------------------------------------------------------


@pytest.mark.parametrize(
    ("refused", "rule", "allowed"),
    [
        ("He listens to me.", "partner_is_subject", "I listen to him."),
        ("When I cry he comes.", "partner_is_subject", "When he cries I come."),
        ("His drinking stops.", "partner_is_subject", "His bottles stay untouched."),
        ("She answers.", "partner_is_subject", "She is answered by me."),
        ("My mother calls.", "other_is_subject", "My mother hears me say no."),
        ("I want him to listen.", "wishes_partner_to_act", "I stop wanting him to listen."),
        ("I expect her to guess.", "wishes_partner_to_act", "I don't expect her to guess."),
        ("I wait for her to yield.", "wishes_partner_to_act", "I wait for her to finish."),
        ("My goal is that he pays.", "wishes_partner_to_act", "My goal is that I pay."),
        ("Get him to come.", "causes_partner_to_act", "Get him a coffee."),
        ("Make her apologise.", "causes_partner_to_act", "Make her a tea."),
        ("Have my wife call.", "causes_partner_to_act", "Have a talk with my wife."),
        ("Let him suffer.", "causes_partner_to_act", "Let him finish."),
        ("Keep asking him to come.", "causes_partner_to_act", "Stop asking him to come."),
        ("I won't stop asking him to come.", "causes_partner_to_act", "I won't ask him to come."),
        ("Not let him drink.", "causes_partner_to_act", "Not let him hit me."),
        ("I nod so that he gives in.", "aims_at_partner_change", "I nod so that he can go on."),
        ("I ask until he comes.", "aims_at_partner_change", "I read until he comes home."),
        ("I won't reply before she admits it.", "aims_at_partner_change", "I reply before she admits it."),
        ("To be respected by my wife", "partner_must_respond", "To be patient with my wife"),
        ("To be seen", "partner_must_respond", "To be seen by a doctor"),
        ("More affection from him", "partner_must_respond", "More affection for him"),
        ("Earn her trust", "partner_must_respond", "Return her trust"),
        ("Live with a wife who asks", "partner_must_respond", "To be a wife who asks"),
        ("I talk without him sneering.", "partner_must_respond", "I cook without him asking."),
        ("He shouts less and I leave.", "partner_is_subject", "He shouts and I leave."),
        ("He finally sulks and I leave.", "partner_is_subject", "He wants quiet, so I leave."),
        ("Until he calls, he stays.", "partner_is_subject", "When I say he hurt me I cry."),
        ("For him to stay calm", "wishes_partner_to_act", "For me to stay calm"),
        ("I would love that he calls.", "wishes_partner_to_act", "I love that he calls."),
        ("To feel close to my wife", "partner_must_respond", "To feel close to my sister"),
        ("I talk without being mocked by her.", "partner_must_respond", "I cook without being asked."),
        ("We talk more.", "needs_both", "When we talk, I sit down."),
        ("Get us to talk", "needs_both", "Get myself to talk"),
        ("Save our marriage", "needs_both", "Write about our marriage"),
        ("Fewer fights", "needs_both", "Fewer fights started by me"),
        ("My husband and I walk.", "needs_both", "I greet my husband and I walk."),
        ("Convince her", "aims_to_convince", "Convince myself"),
        ("Show him that he is wrong", "aims_to_convince", "Show him that I care"),
        ("Have the last word", "aims_to_convince", "Let her have the last word"),
        ("Win the argument", "aims_to_convince", "Win some time by breathing"),
        ("A proposal, ideally in Paris", "partner_must_respond", "A walk, ideally in Paris"),
        ("A compliment out of her mouth", "partner_must_respond", "A compliment for her"),
        ("His socks in the basket", "partner_is_subject", "My socks in the basket"),
        ("Reassurance from my wife", "partner_must_respond", "Reassurance for my wife"),
        (
            "Less work for me because she does her share",
            "partner_must_respond",
            "Less work for me because I say no",
        ),
        ("Dinner times are peaceful.", "needs_both", "Dinner times are kept by me."),
        ("My tears reach him.", "causes_partner_to_act", "My answer to him is a question."),
        ("It no longer bothers him.", "partner_is_subject", "It is for him to say."),
        ("I no longer have to beg.", "partner_must_respond", "I don't have to answer."),
        ("I count in this marriage.", "partner_must_respond", "I count to ten."),
        (
            "I can see friends without a scene.",
            "partner_must_respond",
            "I can see friends without making a scene.",
        ),
        ("Being allowed to see my friends", "partner_must_respond", "I am allowed to be sad."),
        ("Soften her up", "causes_partner_to_act", "Open up to her"),
        ("Change his mind", "causes_partner_to_act", "Change my mind"),
        ("Give him an ultimatum", "causes_partner_to_act", "Give him a choice of films"),
        ("Flatter him into it", "causes_partner_to_act", "Follow him into the garden"),
        ("Set a trap to see if she lies", "causes_partner_to_act", "Look up to see if she needs me"),
        ("Have a say in how he spends it", "causes_partner_to_act", "Have a say in my own work"),
        ("Placate him", "causes_partner_to_act", "Thank him"),
        ("Allay her fears", "causes_partner_to_act", "Accept her fears"),
        ("Read her messages", "causes_partner_to_act", "Answer her messages"),
        ("Offer him help in exchange for it", "causes_partner_to_act", "Offer her a cup of tea"),
        ("Collect evidence that he lies", "aims_to_convince", "Collect evidence that I am good enough"),
        ("Ask his boss to send him home", "causes_partner_to_act", "Ask my boss to send me home"),
        ("Not lose another argument", "aims_to_convince", "Lose an argument with a smile"),
        ("To be spared", "partner_must_respond", "To be prepared"),
        ("Be back in her good graces", "partner_must_respond", "Be back in my own flat"),
        ("I sense that he is proud of me.", "partner_must_respond", "I sense that he is tired."),
        ("Have my needs met", "partner_must_respond", "Have my car repaired"),
        (
            "I'll forgive him once he has apologised.",
            "aims_at_partner_change",
            "I'll call him once he has eaten.",
        ),
        ("I do my half when he does his.", "aims_at_partner_change", "I do my half when he does nothing."),
        (
            "I give up wine if he gives up beer.",
            "aims_at_partner_change",
            "I give up wine if he drinks beer.",
        ),
        ("I work on condition that he works.", "aims_at_partner_change", "I work on days that he works."),
        ("I won't pay unless she signs.", "aims_at_partner_change", "I won't answer unless she asks."),
        ("I explain it until it sinks in.", "aims_at_partner_change", "I explain it until the film is over."),
        ("Unless she stops, this goal is not met.", "aims_at_partner_change", "Unless she stops, I leave."),
        (
            "I sleep well since he no longer drinks.",
            "aims_at_partner_change",
            "I sleep badly since he drinks.",
        ),
        ("It is my husband who cooks.", "partner_is_subject", "It is my husband whom I thank."),
        ("For the penny to drop", "needs_both", "For a walk to the park"),
        ("I nod and on Sundays he cooks.", "partner_is_subject", "I nod and on Sundays I cook."),
    ],
)
def test_each_rule_tells_its_case_from_the_nearest_innocent(refused: str, rule: str, allowed: str) -> None:
    assert wording_alarm(refused) == rule
    assert wording_alarm(allowed) is None


REFUSED = {
    "partner_is_subject": """
        He shouts less: I stay. | He stops for good: no beer. | She sings and I read.
        He must shout and I leave. | Listens to me | Is kind to me | His drinking ended.
        His novel pleases critics. | Her coming along | When he listens to me | He accepts no from me.
        His phone rings less | He sings if I may. | He can sing. | He dances by May.
        My wife, who never listens, helps | In the evening he cooks. | Soon my wife helps.
        He sings, I hope. | He learns from me. | When I call my husband never comes.
        When I cry my wife finally comes. | His silence hurts, he stays.
        When I cry he comes because I shout. | When I cry he hears what I say.
        When I cry he comes and I smile. | When I cry he says that I matter.
        When I cry he stays until I sleep. | When I cry he comes. I smile. | Now when I cry he comes.
        Once a week he cooks. | I sing and my wife smiles. | I leave when I am loud but he stays.
        Two hours a week she cooks. | Finally on Sundays he cooks. | And he comes. | But he comes.
        hes home | shes home | The client's husband speaks more kindly. | When I sleep, he cooks.
        I cook but my wife helps.
    """,
    "other_is_subject": """
        My son obeys. | My son needs me. | My mother stops hearing voices. | Nobody shouts.
    """,
    "wishes_partner_to_act": """
        I'd love him to stay. | I'd like her back. | I want her. | I don't want him to shout.
        It would help if he came. | It would be nice if he came. | I would like it if he came.
        My goal is for her to yield. | I need him to stay. | It is important for him to rest.
        For her not to shout | I never want him to shout. | I wait for him to change.
        I hope that my wife calls. | I insist that he goes. | I hope really that he comes.
        I expect of him that he pays. | Make sure that he pays | It would mean a lot if he came.
        I'd love her back. | It is really important to me that he pays. | I don't want that he comes.
        It's time that he calls. | Making sure that he pays | Make certain he pays | Make it so he pays
        Bring it about that he pays | What I want is that he pays. | All I want is that he pays.
        What I need is that he pays. | All I need is that he pays. | What I would like is that he pays.
        What I wish for is that he pays. | What matters to me is that he pays.
        What matters is that he pays. | What counts is that he pays. | The main thing is that he pays.
        If only he paid | I insist on him paying. | I depend on him keeping his word.
    """,
    "causes_partner_to_act": """
        Get my son to sing | Get him talking | Get him interested | Get her away from him
        Calm him down tonight | Calm her down | Sort him out today | Take my wife to therapy tonight
        Not allow him to drink | Let him suffer all night | Keep him sober all week | Help him see it all
        Push him to work more | Make it impossible for him to refuse | Change how he talks
        Reduce his drinking | Let him see what it is like. | Let her feel how it is. | Keep begging her
        Keep inviting my wife to dances | Keep on at him about it | Talk sense into my husband
        See him laugh | Have my mother tell him off | Help my wife to open up
        I never stop asking him to come. | Get her into a clinic | Find the way to get him to come
        I no longer stop: I push him to go. | Make him shout and I leave. | Make him less jealous
        Hear him cry all night | I stop nagging and push him to go. | I don't nag but push him to go.
        Let her finally grow up | Get a promise out of him | Get my wife come with me | Send him to rehab
        Give him a choice that makes him come | Have his mother tell him | Make his mother stop calling
        Get the doctor to confirm that he drinks | Soften her anger
        Let him see what he did. | I wait till he's done and then make him promise.
        I wait until he is done and make him promise. | I go when he calls but make him pay.
        I leave when he shouts and I get him to go. | Reduce her work
    """,
    "aims_at_partner_change": """
        I pay so that he does not drink. | I pay so that he does the dishes.
        I pay so that he can admit it. | I pay so that he has to stay. | I succeed when he sings.
        I don't have to beg because he offers. | I insist until he sings. | I cry till she yields.
        I won't eat before he apologises. | I pay so we agree. | I'm so kind that he stays.
        I explain it until he nods. | I don't have to ask him twice. | I cook only if he apologises.
        I go to therapy provided he stops drinking. | I'm so cold at home that he has to change.
        I hope for peace until he admits it. | I'm such a help that he stays. | I sing until he gives in.
    """,
    "partner_must_respond": """
        Get hugged more | To finally be heard | No lies on her part | More warmth from her side
        A change in his tone | An end to her visits | More warmth and respect from him
        I demand a change from her. | "Sorry" from him | Warm words and hugs from him
        Honest words and respect from my wife | I speak without being interrupted.
        To be my wife's first choice | To be enough for him | To be important in his life
        Not be mocked by my mother | To feel safe with him | A walk with him wanting it too
        The one he calls is me or | I'm the one he calls. | Mean more to him | Get some praise
        Regain her respect | Want nothing but respect from him | Some words from him
        A talk in which he listens | I get a talk in which he trusts me | Insist on her apology
        Every kind word from him | Live with an ex who pays | Have her support | im heard by him
        I wanna be heard | I am no longer mocked. | I speak and am not interrupted.
        I feel that he respects me. | Know that she loves me | A home where she is kind
        Live in a home where he rests | I wish for a kinder wife. | Come first for him | Receive flowers
        Receive a thank you
    """,
    "needs_both": """
        For us to talk | Be kind to one another | Peace between us | Improve communication
        Get us to sing | Us two | Our evenings improve: I read. | Have more sex | Quarrels | Weekly sex
        Make us rich | I want us to talk. | Fewer lies from either of us | He and I dance.
        Me and my wife dance. | Both of us sing. | The two of us sing. | Each of us sings.
        Neither of us sings. | Either of us sings. | All of us sing. | The pair of us sing.
        None of us sings. | The lies stop. | There is peace at home. | For there to be peace | The couple rests.
        Things get better once he changes. | Be partners again | Both partners rest. | Mutual respect
        Each doing half of it | I don't want to be the only one who cleans.
        let's sing | For my wife and me to sing
    """,
    "aims_to_convince": """
        To win | To win against my wife | Win at last her case | Beat him | Catch her out
        Catch him lying | Be right for once | Be right about money | Show him who is wrong
        Show my wife that my mother pays | Get my own way | Prove to him that it hurts
        Not only prove it: prove it twice | Get even | Get my mother on my side
        Show him who pays | Show him that her childhood hurts | Show her that her mother is the problem
        Show him that I was right | Show him that I do more than he does | Make it clear to him that he lies
        Use what I learn to prove it
    """,
}
INNOCENT = """
    Our evenings: I read. | He wants quiet, so I sing. | He shouts and I sing. | Make him? I won't.
    We quarrel and I leave. | My son screams and I leave. | He may sulk. | He is allowed to sulk.
    She is sad? I sing. | I pay so that he does not have to drive. | I pay so he does not need to.
    I have to go because he shouts. | I don't have a car because he sold it. | I succeed when I sing.
    I sing when he does. | I won't leave before I admit it. | I won't eat before he sings.
    I won't eat before he comes back and admits it. | Before he comes I wait.
    I stay calm while being mocked by her. | I cook without being asked by her.
    I cook without music playing. | I cook without being mean. | I push him less to talk.
    I bring my son to school. | I see him laugh without envy. | I hear him cry without envy.
    I see him leave. | Make him his cake | Make him dinner | I have him. | I make him a cake.
    Take my wife to dinner | I take part in therapy. | Help her carry it | Keep him company
    Calm myself down | I eat with him sulking beside me. | I deal with him gaming.
    I don't let his moods rule. | I don't let him. | I don't let him shout at me. | I run into him.
    I talk myself into it. | Make room for him to talk | Make it nice for him | Make it easy to talk
    Take it up for him to see | I change how I talk. | Let him see how I work.
    Let him sleep how he wants. | Let him see that he can. | Keep talking to him
    Keep asking my boss to wait | Keep telling her about my day | Beat the eggs | Catch him at breakfast
    Show my son that she is wrong | I show him my list when he asks. | I put it right.
    I am right behind him. | Convince myself | Have the floor | She gets to have the last word from me.
    I stop needing her approval. | Be less provoked by her | I bear being mocked by her.
    I get used to being mocked by her. | Feel sick with him | An end to my doubts | An end to it
    I want to give praise. | I stop dating a man who drinks. | A walk at his side | More distance from him
    I hear complaints from her and write. | I hear a no from her without sulking.
    I don't demand a change from her. | Demand nothing from her | Demand less from her
    I accept a hug from her. | Ask for a hug from him | Asking for a hug from him
    To ask for a hug from him | I mend the fence between us. | No longer have sex out of guilt
    Improve my communication | Make a note about our marriage | Discussing sex | Read marriage books
    Books on marriage | My children hear me say sorry. | For my husband a cake | For him, a cake
    Takes a walk | Kiss my wife goodnight | Her mood is hers. | His anger is his. | Their anger is theirs.
    His mood is his business. | His novel unread | His silence does not hurt me.
    His silence hurts, I stay. | Her view first, then mine | He does not hear insults from me.
    He will not get shouted at by me. | He can count on me.
    It is nice when he sings. | I love him more each day. | I don't want her. | I wait for him outside.
    My goal is to let her talk. | It is time for her. | It is nice for her to rest.
    I don't need him to agree. | I no longer want him to agree. | I suggest we eat together.
    Pull myself together | I say what I want from him. | I meet the man who helps my mother.
    To be seen by my doctor | I buy things he likes. | Be kind to people in his life
    I accept that he may never come. | I ask him to stay. | I know he lies. | I tell him that he hurt me.
    My dear wife, I cook tonight. | I don't go to bed because he snores. | Take my wife home from therapy
    I eat with him being sulky. | I improve my answers to how he talks. | Let myself feel how it is.
    I watch him feel what it is like. | Let him see what I cook. | Fetching a kiss from him
    Thoughts on marriage | Kiss her with my eyes closed
    Her mood stays her own business. | His emails, then mine | He calmly hears it from me.
    He will hear it from me. | I like it if he comes. | I want her side of the story first.
    It is for her to decide. | I stop nagging and pushing him to go. | I don't nag and push him to go.
    After the things he said I need a walk. | When they sulk and make her cry I leave.
    When I am so loud that he cries, I stop. | I greet my son and my wife at ten.
    I hug my son and my wife gently. | On walks with my wife always smile first.
    If I am sad and he is late I eat. | If I am late but he waits I thank him.
    When I tell people he lies I cry. | I cook on days he works. | When I hope that he comes I sing.
    I don't hope that he comes. | I stop hoping that he comes. | I would know that he lies.
    I want to say that he hurt me. | I hope to hear that he slept. | I hug the kids until they agree.
    I get the kids fed and change their clothes. | I love the kids and make them laugh.
    I fold his shirts so they shine. | Speak like a husband who listens
    I want to become a husband who listens. | Giving up pushing him to go | I dont push him to go.
    I wont push him to go. | I cant push him to go. | I can't push him to go. | I won't push him to go.
    I don't push him to go. | The client stays calm and she breathes.
    I know that my wish to win is strong. | I sing so my son sleeps. | Letting go of pushing him to go
    I let him grow up. | I let her rest at last. | I keep out of the room. | I get my son to bed.
    I avoid the tone that makes him shout. | I notice the tone that makes her cry.
    I buy the cake that he likes. | I notice how I try to prove it.
    I explain it until he comes home. | I talk to my son until she is ready. | I don't have to answer.
    I speak only if he is calm. | I stay provided I am calm. | I wait for her answer. | I lower my voice.
    I am no longer late. | I feel that he needs rest. | I know that he lies to me. | I feel calm.
    I sweep where he works. | I stop wishing for a kinder wife. | I receive my son at the door.
    The lies I told stop. | The lies stop: I tell the truth. | There is a walk in my week.
    The door stays open when he shouts. | The cake is for him. | Be friends with my sister
    I am the only one who cleans. | Give up the silent treatment | His mood does not decide mine.
    Show her that her opinion matters to me | Show him that I care | I make it clear that I leave.
    Counting what is missing | I count | I take a couple of deep breaths. | I have a couple of talks with a friend.
"""


def listed(table: str) -> list[str]:
    return [
        sentence.strip() for line in table.splitlines() for sentence in line.split(" | ") if sentence.strip()
    ]


@pytest.mark.parametrize(
    ("text", "rule"), [(text, rule) for rule, table in REFUSED.items() for text in listed(table)]
)
def test_a_refused_sentence_names_the_rule_that_refuses_it(text: str, rule: str) -> None:
    assert wording_alarm(text) == rule


@pytest.mark.parametrize("text", listed(INNOCENT))
def test_the_clients_own_conduct_is_allowed_in_many_frames(text: str) -> None:
    assert wording_alarm(text) is None


@pytest.mark.parametrize("rule", WordingRule)
def test_each_rule_explains_itself_in_one_sentence(rule: WordingRule) -> None:
    assert rule.explanation.endswith(".")
    assert rule.explanation.count(".") == 1


# ---- names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["Zoë calls.", "ZOE calls.", "zoe's apology", "Zoë\u2019s apology", "I want Zoe to call"]
)
def test_a_partner_is_found_by_name_in_any_case_and_as_an_owner(text: str) -> None:
    assert wording_alarm(text, partner_names=["Zoë"]) is not None
    assert wording_alarm(text, partner_names=["Zo"]) is None


def test_a_name_counts_only_as_a_whole_word() -> None:
    assert wording_alarm("Make Tomatoes last", partner_names=["Tom"]) is None


def test_a_name_of_several_words_is_one_person() -> None:
    assert wording_alarm("Anna Maria calls.", partner_names=["anna maria"]) == "partner_is_subject"
    assert wording_alarm("Anna Maria's apology", partner_names=["anna maria"]) == "partner_is_subject"
    assert wording_alarm("Anna calls.", partner_names=["anna maria"]) is None
    assert wording_alarm("Jonas' apology", partner_names=["Jonas"]) == "partner_is_subject"
    assert wording_alarm("On Sundays Emily cooks.", partner_names=["Emily"]) == "partner_is_subject"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Will comes home.", WordingRule.PARTNER_IS_SUBJECT),
        ("I will come home.", None),
        ("I hope Will comes home.", WordingRule.WISHES_PARTNER_TO_ACT),
    ],
)
def test_a_name_that_is_also_a_verb_is_no_name_behind_a_pronoun(text: str, rule: WordingRule | None) -> None:
    assert wording_alarm(text, partner_names=["Will"]) is rule


def test_a_client_who_is_called_by_name_is_also_he_or_she() -> None:
    names = {"partner_names": ["Tom"], "client_names": ["Ruth"]}
    assert wording_alarm("Ruth breathes and she waits.", **names) is None
    assert wording_alarm("Ruth's husband waits.", **names) == "partner_is_subject"
    assert wording_alarm("Tom breathes and he waits.", **names) == "partner_is_subject"


# ---- spelling --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slip", ["husbnd", "husbannd", "husbend", "husbadn", "husband"])
def test_one_slip_of_the_pen_leaves_a_husband_a_husband(slip: str) -> None:
    assert wording_alarm(f"my {slip} calls") == "partner_is_subject"


@pytest.mark.parametrize("word", ["husky", "thusband", "huzbant", "hubsnad", "huxyand", "husbands", "husban"])
def test_two_slips_or_another_first_letter_make_another_word(word: str) -> None:
    assert (wording_alarm(f"my {word} calls") is None) is (word != "husban")


STYLES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "blanks around": lambda text: f"  {text} \t\n",
    "curly quotes": lambda text: text.replace("'", "\u2019"),
    "full width": lambda text: "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text
    ),
    "zero-width spaces": lambda text: text.replace("e", "e\u200b"),
    "decomposed accents": lambda text: text.replace("é", "e\u0301"),
}


@pytest.mark.parametrize("style", STYLES)
def test_how_a_sentence_is_typed_does_not_change_its_verdict(style: str) -> None:
    for sentence in DEVELOP + FRESH:
        assert verdict(sentence, STYLES[style](sentence["text"])) is verdict(sentence), sentence["text"]


# ---- any text --------------------------------------------------------------------------------------------


def hostile() -> Iterator[str]:
    pieces = [
        "a",
        '"',
        "'",
        "s'",
        "a-",
        ", he",
        "he ",
        "I ",
        "my husband and I and ",
        "when he ",
        "\ufdfa",
        "e\u0301",
    ]
    pieces += [
        "to be loved by ",
        "from him on his side ",
        "stop making my wife not get him to ",
        "the ",
        "not ",
    ]
    for piece in pieces:
        yield piece * (50_000 // len(piece))
    yield " ".join(f"w{number}ing" for number in range(7_000))


@pytest.mark.parametrize("text", list(hostile()), ids=lambda text: repr(text[:20]))
def test_fifty_kilobytes_take_no_longer_than_fifty_milliseconds(text: str) -> None:
    spent = []
    for _ in range(3):
        start = time.process_time()
        wording_alarm(text, partner_names=["Tom"], client_names=["Ruth"])
        spent.append(time.process_time() - start)
    assert min(spent) <= 0.05


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert wording_alarm("x" * (LONGEST_SENTENCE - 4) + ". He") == "partner_is_subject"
    assert wording_alarm("x" * (LONGEST_SENTENCE - 2) + ". He") is None
    assert wording_alarm("x " * 198 + ". He") == "partner_is_subject"
    assert wording_alarm("x " * 199 + ". He") is None


WORDS = sorted(
    {word for sentence in DEVELOP for word in sentence["text"].split()} | {"'s", '"', ",", "(", ":", "?"}
)


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join))
def test_any_text_gets_the_same_verdict_twice(text: str) -> None:
    first = wording_alarm(text, partner_names=["Kit"], client_names=["Ruth"])
    assert first is wording_alarm(text, partner_names=["Kit"], client_names=["Ruth"])
    assert first is None or first in WordingRule
