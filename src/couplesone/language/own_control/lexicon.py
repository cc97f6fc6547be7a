"""Word classes of the own-control check, by base form; `inflection.bases` leads an inflected word back to its own.

Entries joined by an underscore are phrases, which `reading` folds into one word.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ---- persons ---------------------------------------------------------------------------------------------

PARTNER_NOUNS = _words(
    "husband hubby wife wifey partner spouse boyfriend girlfriend bf gf fiance fiancee ex lover beloved"
    " missus man woman other_half better_half significant_other father_of_my_children"
    " mother_of_my_children ex-husband ex-wife ex-partner ex-boyfriend ex-girlfriend husband-to-be"
    " wife-to-be"
)
MISTYPED = _words("husband boyfriend girlfriend partner fiancee")
OTHER_NOUNS = _words(
    "dr pastor priest vicar imam rabbi lawyer solicitor judge mediator uncle aunt cousin grandmother"
    " grandfather grandparents psychologist psychiatrist sibling siblings best_friend mother father mum"
    " mom dad parents mother-in-law father-in-law in-laws sister-in-law brother-in-law son sons daughter"
    " daughters kid kids child children baby teenager brother brothers sister sisters family families"
    " friend friends relatives boss therapist counsellor counselor doctor neighbour neighbours neighbor"
    " neighbors colleagues everybody everyone someone somebody people nobody no_one"
)
PLURAL_OTHERS = _words(
    "parents in-laws sons daughters kids children brothers sisters families friends relatives neighbours"
    " neighbors colleagues people"
)

# ---- small words -----------------------------------------------------------------------------------------

BE = _words("be am is are was were been being")
HAVE = _words("have has had having")
DO = _words("do does did")
MODALS = _words("will would shall should can could may might must ought")
AUXILIARIES = BE | HAVE | DO | MODALS
NEGATIONS = _words("not never no_longer neither hardly")
ADVERBS = _words(
    "finally again always also just still simply really ever even only once too often sometimes usually"
    " rarely soon maybe perhaps then now first already yet together quietly calmly more less well better"
    " all both instead please actually gently openly either at_least for_once at_last no_more anymore"
    " regularly kindly honestly completely fully truly so very today tomorrow"
)
TIMES = _words(
    "time times day days evening evenings morning mornings afternoon night nights week weeks weekend"
    " weekends month months year years hour dinner lunch breakfast supper bedtime monday tuesday wednesday"
    " thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    " christmas easter spring summer autumn winter luck end"
)
DETERMINERS = _words(
    "a an the this these those some any no every each one two three four five ten another enough several few"
)
QUANTIFIERS = _words("more less fewer no no_more some any enough a an the better regular real honest one two")
COORDINATORS = _words("and but or nor yet then")
PREPOSITIONS = _words(
    "to at with about from of in on by for over under against behind towards toward into onto around"
    " round near beside between through off out up down along away back during within despite upon next_to"
    " out_of"
)
FRONTING = (PREPOSITIONS - {"to"}) | _words(
    "every each this next twice today tomorrow tonight once soon finally maybe perhaps now then"
    " sometimes usually in_return from_now_on some_day someday one_day thanks_to"
)

# ---- words that open a clause ----------------------------------------------------------------------------

CONTEXT_OPENERS = _words(
    "provided provided_that providing on_condition_that on_the_condition_that when whenever the_day if"
    " even_if even_when only_if unless while whilst after before because since although though even_though"
    " as_soon_as as_long_as as_often_as in_case without instead_of rather_than than because_of no_matter"
    " every_time each_time by_the_time the_moment the_minute the_next_time the_first_time any_time despite"
    " in_spite_of regardless_of whatever however wherever whoever whichever whether as_if as_though except"
    " apart_from where"
)
CONTEXT_OPENERS_BEFORE_SUBJECT = _words("as once next_time the_way the_time the_times the_days")
CONTENT_OPENERS = _words("who whom which whose what how why")
AIM_OPENERS = _words("so_that in_order_that such_that until till in_the_hope_that in_the_hope in_hopes_that")
DEGREES = _words("so such enough make_sure")
WAITING = _words("until till")
WISH_LINKS = _words("for that of on important essential vital necessary time")
WISH_FRAMES = _words(
    "goal aim wish hope dream target objective priority important essential vital necessary time"
)

FUNCTION_WORDS = (
    PREPOSITIONS | AUXILIARIES | NEGATIONS | COORDINATORS | CONTEXT_OPENERS | CONTENT_OPENERS | AIM_OPENERS
    | {"that", "so", "as"}
)  # fmt: skip
BEHIND_HER = FUNCTION_WORDS | DETERMINERS | ADVERBS | {"home", "alone"}
GOVERNS_HER = _words("make have let help see hear watch")

# ---- what the client gives up ----------------------------------------------------------------------------

GIVING_UP = _words(
    "stop quit cease avoid refrain resist drop abstain give_up let_go_of skip refuse catch_myself"
    " stop_myself keep_myself hold_back hold_myself_back forgo unlearn cut_out free_myself leave_off"
    " regret"
)
DENIALS = _words("not never no neither nor hardly")
NOT_DOING = NEGATIONS | _words("no no_more less fewer nor")

# ---- verbs that reach for the partner --------------------------------------------------------------------

DESIRES = _words(
    "want wish hope expect insist demand require pray dream long ensure make_sure see_to_it arrange"
)
LIKINGS = _words("like love prefer hate")
LEANS = _words("rely count depend insist")
WISHING = DESIRES | LIKINGS | LEANS | {"need"}
LONGS = _words("wish long hope pray")
OBTAINS = _words(
    "get receive hear have insist long pray wait beg gain regain earn win need want deserve expect demand"
    " require extract secure obtain like wish see elicit wring force"
)
COMPELS = _words(
    "force compel coerce oblige coax cajole manipulate trick lure drag bribe blackmail pressure"
    " pressurise pressurize guilt-trip cure reform tame corner change get_through_to stop prevent"
    " discourage dissuade forbid bully provoke threaten teach train fix rehabilitate"
)
URGES = _words(
    "push press urge encourage motivate inspire pester beg nag badger order instruct command nudge steer"
    " lead guide move direct bring talk argue scare frighten charm goad guilt wear tempt turn transform"
)
URGED_TO = _words(
    "closer nearer straight to into out_of round around along towards toward down on_board back over in for"
)
MOVED_TO = _words("away to into out_of round around on_board back over in on off out along down through")
INSTILS = _words("instil instill awaken sow arouse kindle plant inspire")
DRUMS = _words("talk knock drum drill beat put get")
REPEATS = _words("keep continue keep_on go_on carry_on not_stop never_stop not_give_up")
REPEATED = _words("ask tell invite remind")
PRESSES = _words("beg suggest nag plead press urge insist pester push hint badger")
ALTERS = _words(
    "change stop end reduce improve limit control fix break increase boost curb tame cure correct"
    " minimise minimize eliminate prevent lower raise soften weaken lessen melt defuse overcome dampen"
    " break_down get_rid_of calm"
)
INSIGHTS = _words(
    "see realise realize understand recognise recognize admit accept stop change quit learn become grasp"
    " face acknowledge get_over open_up grow come believe feel improve be"
)
YIELDS = _words(
    "agree say admit apologise apologize come give_in understand listen change promise sign accept"
    " realise realize forgive beg confess relent thank see notice believe stop quit trust love"
    " get_the_message see_reason see_sense commit"
)
YIELDS_AT_LAST = YIELDS - {"see", "notice", "stop", "quit"}
ARRIVES = _words("home back down in ready")
SERVED = _words(
    "cup glass dinner lunch breakfast coffee tea supper soup cake pancakes toast cocoa sandwiches"
)
TESTIFIES = _words("hear see know find find_out confirm certify testify declare")
SENDS = _words("make_sure ask get have let make tell turn recruit urge enlist send persuade use bring set")
PAINS = _words("suffer pay regret beg crawl stew realise realize")
BECOMES = _words("become grow open_up change soften")
FEELS = _words("see feel taste notice")
SESSIONS = _words("rehab clinic detox therapy counselling session therapist")
STATES = _words(
    "happy jealous sorry angry proud mad feel sad guilty better responsible pay suffer regret realise"
    " realize sick laugh cry"
)
KEPT = _words("from away sober calm happy interested faithful home at_home out off quiet in")

SAYS = _words(
    "say think know tell mention feel believe notice guess hear ask suspect fear remember forget imagine"
    " see find sense accept realise realize"
)

THE_ONE = _words("the_one the_person the_first the_only_one the_reason")

# ---- proving and winning ---------------------------------------------------------------------------------

VERDICTS = _words(
    "wrong right boss cause fault blame problem guilty mistaken unfair unreasonable difficult ridiculous liar"
)
VICTORIES = _words("last_word upper_hand own_way my_way my_own_way on_my_side")
TRIUMPHS = _words(
    "get_even come_out_on_top come_out_ahead vindicated proved_right proven_right the_winner prevail triumph"
)
CONTESTS = _words(
    "argument arguments fight fights battle battles debate discussion case point points quarrel row dispute"
)
CONVINCES = _words("prove convince persuade refute outargue out-argue disprove")
FIGHTS = _words("beat defeat outsmart outwit humiliate punish shame expose get_back_at get_even_with")
AT_LAST = _words("finally at_last for_once")
CONTENT = CONTENT_OPENERS | {"that", "contact"}
SHOWS = _words("show demonstrate make_clear point_out")

# ---- what comes back from the partner --------------------------------------------------------------------

RESPONSES = _words(
    "respect love affection apology apologies answer answers attention appreciation recognition gratitude"
    " acknowledgement acknowledgment thanks praise compliment compliments kiss kisses hug hugs cuddle"
    " cuddles support help understanding empathy sympathy warmth tenderness trust loyalty honesty patience"
    " commitment initiative interest criticism silence permission approval agreement consent forgiveness"
    " openness effort cooperation intimacy promise admission confession presence participation willingness"
    " blessing heart confidence cold_shoulder reply consideration closeness desire jealousy temper lies"
)
GIFTS = _words("flowers present presents gift gifts surprise surprises")
WELCOME_RESPONSES = _words(
    "respect love affection apology attention appreciation recognition gratitude acknowledgement praise"
    " compliment compliments kiss kisses hug hugs cuddle cuddles tenderness warmth truth honesty loyalty"
    " understanding thank-you yes acknowledgment thanks sympathy"
)
ASKED_OF_LIFE = _words(
    "hear get receive want need deserve gain earn win demand expect insist crave seek hope"
)
GRANTED = OBTAINS - {"hear", "like", "see", "wish", "find"}
EXPECTED = _words("insist long pray wait beg expect need demand require want deserve like wish")
CHANGES = _words("end stop change improvement increase decrease reduction halt")
PROFESSIONALS = _words("doctor therapist counsellor counselor")
REMOVES = _words(
    "distance space break away apart independence independent secret secrets step protect shield borrow"
    " withdraw hide run turn freedom separate different far off learn escape retreat time_off detach"
)
RELATIONAL_PARTICIPLES = _words(
    "heard listened_to put loved respected trusted forgiven understood chosen believed appreciated valued"
    " cherished desired wanted needed accepted supported held hugged kissed cuddled comforted noticed seen"
    " recognised recognized acknowledged thanked praised complimented treated taken_seriously interrupted"
    " criticised criticized blamed shouted_at yelled_at ignored belittled mocked insulted lied_to"
    " cheated_on betrayed controlled nagged consulted asked included invited admired adored welcomed"
    " touched cared_for looked_after spoiled pampered spoken_to talked_to dismissed rejected judged"
    " humiliated put_down laughed_at taken_into_account taken_for_granted corrected told missed left_alone"
    " disrespected validated reassured helped encouraged let given shown sent brought courted taken"
    " taken_along run_after chased fought_for"
)
REACTIONS = _words(
    "provoked thrown triggered affected upset rattled shaken annoyed irritated bothered moved influenced"
    " drawn baited wound_up worked_up sucked carried distracted intimidated overwhelmed unsettled"
    " impressed ruled guided ruffled derailed pulled tempted governed offended hurt dragged"
)
BEARS = _words(
    "accept bear stand tolerate ask risk cope handle survive endure allow manage fear dread practise"
    " practice used say admit tell mind deal"
)
PRESSURES = _words(
    "pressure silent_treatment withhold refuse ignore cry threaten sulk pester beg nag insist ask repeat"
    " shout keep"
)
BARGAINS = _words("stop change apologise apologize quit give_in promise admit help join come listen")
TURNS = _words(
    "finish call hang calm cool end speak answer reply stop settle leave eat pause wake ask arrive come_home"
)
CHAIN = AUXILIARIES | NOT_DOING | COORDINATORS | {"to", "that", "going"}
BETWEEN_PASSIVE = NEGATIONS | {"being", "been"}
CHAIN_VERBS = DESIRES | LIKINGS | GIVING_UP | {"need", "start", "begin", "deserve", "miss"}
MATTERS = _words("matter mean appeal count_for")
WARMTH = _words(
    "love respect trust need want forgive appreciate value understand desire miss cherish support accept care"
)
STANDINGS = _words("important enough attractive special priority equal number_one choice")
FELT_NEAR = _words("safe close closer secure special wanted at_home comfortable")
NEAR = _words("with to around for beside")

# ---- what only two can do --------------------------------------------------------------------------------

JOINT_NOUNS = _words(
    "marriage relationship sex intimacy closeness harmony romance sex_life love_life partnership"
    " compromise a_baby another_baby another_child a_child communication date_nights date_night"
    " team_spirit teamwork reconciliation connection intercourse"
)
QUARRELS = _words(
    "fights arguments rows quarrels conflicts fighting quarrelling bickering disputes silent_treatment"
    " shared mutual equal joint equality"
)
JOINT_VERBS = _words(
    "keep bring have enjoy get want need build create find restore reach achieve save rescue repair fix"
    " improve strengthen heal rebuild revive make mend deepen renew rekindle live"
)
JOINT_PHRASES = _words(
    "share_the_load share_the_chores split_the_chores divide_the_chores reconcile grow_old patch_up"
    " patch_things_up bury_the_hatchet clear_the_air good_terms make_up_for_lost_time get_married"
    " stay_married get_along make_love make_up_with get_on_better team as_a_couple be_a_couple"
    " on_the_same_page come_to_an_agreement reach_an_agreement compromise_with agree_on"
)
EQUALS = _words("partners equals friends lovers allies couple team soulmates strangers")
THING_SUBJECTS = _words("the things everything life")
TURNING_POINTS = _words("because once when if as_soon_as since")
TURNS_OUT = _words("return go_back lift brighten clear stop end cease improve change disappear vanish heal")
PLANS = _words("suggest plan propose offer invite ask book say tell write put pull keep piece")

# ---- partner clauses that are no aim ---------------------------------------------------------------------

RESTRAINTS = _words("listen wait leave stay not_react nothing") | NEGATIONS | {"out", "out_of"}
SUCCESSES = _words("succeed success satisfied achieve reach met")
NOT_GERUNDS = _words(
    "blessing evening morning wedding wing king string ceiling thing something anything everything"
    " nothing feeling meaning ring building meeting clothing spring during bring"
)
PERMITS = _words("may allowed free_to welcome_to")
HARMS = _words(
    "shout yell scream sulk criticise criticize slam storm leave withdraw mock drink insult sneer snap"
    " forget cancel sigh swear rage explode complain nag accuse blame interrupt ignore stonewall refuse"
    " lie threaten raise roll hate"
)
CALLS_FOR = _words("should must finally more")
CONDITIONS = _words("provided provided_that providing on_condition_that on_the_condition_that")
BARGAINING = CONDITIONS | {"only_if"}
WHENS = _words("when if once only_if")
HAVE_TO = _words("have need")
REMINDS = _words("ask remind beg nag chase plead")
BENEFITS = _words("can could may has have knows know gets get need_not")
RECEIVES = _words("get receive hear have find see meet rely count") | BE
SPARES = _words("ask tell remind know notice prompt need help see find_out watch")

COMMON_VERBS = _words(
    "sit stand go do make take give put pay call write read cook clean wash drive walk run work play eat"
    " sleep look feel think show share hold hug kiss hear watch sing dance smile laugh cry join attend"
    " visit meet spend save buy sell turn try keep leave stay remain become seem move choose pick wait"
    " finish respect treat help do_more let like need use bring carry hand send text sort calm concede"
    " comply obey behave propose marry surrender confess participate relax suffer beg crawl regret"
)
BASE_VERBS = (
    DESIRES | LIKINGS | OBTAINS | COMPELS | URGES | ALTERS | INSIGHTS | YIELDS | CONVINCES | FIGHTS | SHOWS | HARMS
    | REPEATED | PRESSES | JOINT_VERBS | PLANS | COMMON_VERBS | {"be", "have", "do"}
)  # fmt: skip

FINITE = AUXILIARIES | NEGATIONS | BASE_VERBS
PURE_VERBS = BASE_VERBS - RESPONSES
ACTS = (BASE_VERBS | STATES) - RESPONSES
PERCEIVED = (BASE_VERBS | STATES) - HARMS - TURNS - {"go"}

# ---- classes made of classes -----------------------------------------------------------------------------

FRAMES = WISH_FRAMES | {"for", "to", "me"}
THINGS = DETERMINERS | SERVED | {"."}
ENDURED = HARMS | {"be"}
UNMOVED = REACTIONS | BEARS
NOTHING = NOT_DOING | {"nothing"}
NOUN_OPENERS = QUANTIFIERS | DETERMINERS | {"quotation"}
SHARED = JOINT_NOUNS | QUARRELS
