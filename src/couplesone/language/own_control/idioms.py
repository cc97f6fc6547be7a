"""Word classes of set phrases, and of nouns by what they say of a goal that names no act.

Entries joined by an underscore are phrases, which `tokens` folds into one word, as in `lexicon`.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ---- bringing somebody round -----------------------------------------------------------------------------

PAIRED = _words(
    "trip+up soften+up butter+up sober+up shut+up show+up shake+up wind+up wake+up toughen+up stir+up"
    " open+up chat+up wear+down grind+down pin+down nail+down tie+down bring+down run+down hunt+down"
    " win+over talk+over tip+over swing+over win+back have+back want+back lure+back win+round talk+round"
    " bring+round get+round swing+round turn+round win+around talk+around bring+around get+around"
    " turn+around swing+around rope+in rein+in reel+in box+in lock+in sort+out straighten+out dry+out"
    " catch+out draw+out freeze+out lock+out smoke+out wean+off spur+on egg+on urge+on snap+out_of"
    " pay+back+for put+on+the have+on+side hold+to set+straight set+right put+straight put+right"
    " get+through get+off"
)
"""Verb and particle around a person: "trip him up", "trip up my wife"; "pay him back" needs its "for"."""

PAIRED_VERBS = frozenset(pair.partition("+")[0] for pair in PAIRED)
MIND = _words(
    "mind heart eyes head skull skin senses conscience pride resistance ways tune attitude tongue bluff"
    " wings finger thumb heel knees leash toes habits opinion feelings thinking behaviour behavior outlook"
    " view views wall walls excuses no armour fear fears will silence mouth interest defences shell guard"
    " ego temper mood moods buttons strings nose place lesson medicine stance decision"
)
STIRS = _words(
    "shut wake rub break_through take_away change open win melt touch twist break bend clip sway turn"
    " loosen call soften move prick shape mould influence shift steer alter thaw warm reach conquer"
    " capture stir push pull wear shake crack unlock poke"
)
DRIVES = _words("get put knock hammer ram bring drum drive force plant wrap burn lodge draw")
INWARD = _words("into through under in to round around out_of")
REASONS = _words("senses reason heel account justice submission tears")
GIVES = _words("give offer leave throw teach")
LEVERS = _words(
    "push kick shove nudge jolt ultimatum deadline scare wake-up lesson taste dose hope incentive fright"
    " shock motivation talking-to dressing-down hell warning grief"
)
NO_EXIT = _words("choice option alternative way_out excuse peace rest")
INTO_ROOMS = _words(
    "run bump let help tuck follow lift carry invite take look drive bring walk put welcome get keep"
    " leave buy pack write read"
)
"""Verbs whose "into" or "out of" with a person may be a place."""

POWERS = _words("control power influence hold say veto leverage grip authority")
OVER = _words("over in on")
TESTS = _words("see find_out test discover establish")
FREE_TO_TALK = _words("need want like ready free asleep awake hungry time wish finish")
PROOFS = _words("file dossier evidence proof proofs ammunition dirt screenshots witnesses")
HOLDS_AGAINST = _words("that against on of for")

TOWARDS = _words(
    "accept acknowledge admire allow answer approach appreciate ask believe bless bring buy call caress"
    " catch comfort compliment congratulate contact cook cover cuddle draw drive drop email embrace excuse"
    " face feed fetch find follow forgive give grant greet hand hear help hold hug include inform"
    " interrupt invite join keep kiss leave lend let like love make massage meet mention message miss name"
    " need notice nurse offer owe pay pass phone pick pour praise promise put quote read remind respect"
    " reply ring see send serve share show spare stroke support surprise take tell text thank touch treat"
    " trust unfollow visit walk wake watch wave welcome wish write block want know get have describe"
    " consult understand hope expect observe imagine picture wait ask_about say feel admit address"
    " consider count recognise recognize say_hello look criticise criticize blame judge attack insult"
    " accuse threaten hurt protect defend trouble bother disturb avoid ignore leave_behind respond"
    " unfriend mute tolerate credit honour honor please pat squeeze nod lean sit play dance beat serenade"
    " apologise assure update brief copy refund reimburse repay pack bake knit sing film photograph"
    " introduce tickle hail cheer applaud back report sign date marry divorce leave_with let_in drop_off"
    " toast salute warn"
)
"""What one does to somebody without bringing that somebody to anything."""

EMOTIONS = _words(
    "fear fears anger rage guilt suspicion suspicions jealousy doubts doubt resentment mistrust distrust"
    " anxiety worries depression loneliness stubbornness denial addiction drinking gambling smoking gaming"
    " sulking moods"
)
CHANGES_MIND = _words(
    "take_away ease allay dispel remove banish quell stoke fuel feed rouse arouse kindle excite awaken"
)
TREATMENTS = _words(
    "medication therapy rehab treatment detox diagnosis clinic counselling pills cure anger_management"
)
SURVEYS = _words("read check search track inspect scan go_through look_through browse intercept")
WATCHED = _words(
    "messages emails phone mail pockets location diary texts drawers browser chats whereabouts movements"
)
CONTROLS = _words(
    "supervise monitor veto police track control restrict limit ration confiscate hide regulate dictate"
)
TRADES = _words("in_exchange_for in_return_for in_exchange in_return")
DUTIES = _words("job duty turn responsibility task")

# ---- winning ---------------------------------------------------------------------------------------------

SCORES = _words(
    "settle_the_score settle_scores settle_old_scores even_the_score turn_the_tables score_points"
    " take_revenge get_my_own_back set_the_record_straight put_the_record_straight call_the_shots"
    " wear_the_trousers wear_the_pants rub_it_in have_it_my_way have_things_my_way in_the_right"
    " be_the_winner come_off_best wipe_the_floor hold_all_the_cards drive_it_home hammer_it_home"
    " bring_it_home prove_a_point prove_my_point in_my_favour in_my_favor twist_the_knife lay_down_the_law"
    " drop_hints taste_of_his_own taste_of_her_own taste_of_their_own puts_the_blame put_the_blame"
    " lay_the_blame"
)

# ---- nouns -----------------------------------------------------------------------------------------------

OWN_THINGS = _words(
    "walk walks run runs swim ride list lists log note notes page pages diary journal letter letters card"
    " minute minutes hour hours half-hour breath breaths pause pauses break breaks course class classes"
    " session sessions exercise exercises training step steps move moves plan rule question questions"
    " request requests sentence sentences i-sentence i-sentences i-statement i-statements tone voice count"
    " meditation prayer bath coffee tea book chapter nap budget account evening evenings afternoon morning"
    " night nights weekend weekends day days week weeks month months hobby choir club gym sport call calls"
    " visit thank-you thank-yous stretch record reminder timer review drink drinks glass glasses cigarette"
    " cigarettes limit boundary phone screen words phrase try attempt thing things entry entries look"
    " routine ritual experiment experiments appointment signal set example examples favour glances"
    " curiosity compliment kiss hug shower push-ups hello goodbye no smile goodnight massage"
)
"""What a client can do or make alone, so that naming it names an act."""

OWN_PEACE = _words("inner_peace peace_of_mind inner_calm")
"""Folded so that their "peace" is no peace between two."""
RETURNS = _words(
    "reassurance encouragement comfort consolation remorse contrition repentance acceptance validation"
    " confirmation guarantee assurance vows oath concession concessions proposal engagement explanation"
    " justification fidelity faithfulness transparency sincerity candour politeness courtesy manners"
    " kindness thoughtfulness tact passion admiration fairness justice reliability punctuality sobriety"
    " maturity embrace embraces caress caresses flirting fondness involvement contribution adoration"
    " devotion goodwill mercy backing solidarity protection certainty cooperation companionship insight"
    " contempt gestures recommitment reassurances"
)
"""What comes back from a partner, beside `lexicon.RESPONSES`."""

RECEIVED = _words(
    "cuddles kisses hugs compliments apologies recognition appreciation roses loyalty affection tenderness"
)
FEELINGS = _words("feeling certainty knowledge sense confidence keys key truth")
OUTCOMES = _words(
    "peace truce ceasefire honeymoon fifty-fifty give_and_take fresh_start couples_therapy"
    " couples_counselling couples_counseling marriage_counselling marriage_counseling joint_counselling"
    " joint_therapy family_life home_life quality_time reunion togetherness anniversary"
)
"""What only turns out between two people, beside `lexicon.JOINT_NOUNS`."""

NOUN_ENDINGS = ("ness", "tion", "sion", "ance", "ence", "ity", "ment", "ship", "hood", "ism")
VERBS_ENDING_SO = _words(
    "quotation balance enhance advance dance finance glance mention question caution position function witness pity"
    " influence silence reference worship practice distance action commence condition comment compliment"
    " experiment implement document augment complement torment apartment payment"
)
DETERMINED = _words("a an another one the some enough every each two three four five six seven")
KINDS = _words(
    "kind kinder zero warm warmer soft softer gentle gentler nice nicer loving tender sweet renewed"
    " sincere mutual full"
)
BODY = _words("voice eyes face lips mouth tone side part")

# ---- states of one's own, which nobody else does to the client --------------------------------------------

OWN_STATES = _words(
    "prepared organised organized rested relaxed dressed finished involved committed determined"
    " interested tired focused focussed concentrated married divorced separated employed qualified"
    " registered packed settled grounded centred centered rooted balanced composed collected reserved"
    " scared frightened worried afraid concerned stressed bored confused ashamed embarrassed pleased"
    " delighted excited thrilled astonished disappointed satisfied frustrated exhausted discouraged"
    " defeated flooded agitated used supposed accustomed detached located based informed armed required"
    " obliged allowed indeed naked hundred started changed stuck engaged disciplined guarded measured"
    " rushed hurried distanced devoted dedicated motivated inclined convinced alarmed haunted consumed"
    " obsessed fixated isolated depressed contented tensed entitled absorbed occupied attached addicted"
    " trapped limited rigid educated skilled experienced talented scattered closed locked opened turned"
    " irritated relieved stretched enrolled signed booked"
)

# ---- what turns out, and what the client is relieved of ------------------------------------------------

NO_LONGER = _words("no_longer never_again anymore any_more not_having having")
BURDENS = _words("lie_awake lying_awake walk_on_eggshells the_last_to the_only_one the_one the_last_one")
SCENES = _words(
    "scene fight row argument quarrel drama interrogation explosion war trouble cross-examination"
)
OLD_DAYS = _words(
    "old_days like_we_used_to the_way_we_were side_by_side as_a_family real_family one_bed same_bed"
    " hold_hands"
)
REVIVES = _words("rekindle revive reignite relive resurrect")
RESULTS = _words("work click rub_off sink_in get_through come_out dawn change improve bear_fruit hit_home")

# ---- what the client sees of the partner, or is to the partner -----------------------------------------

FINDS = _words("feel hear know sense notice see find experience be_sure sure certain trust tell")
LASTING = _words("never always everything finally at_last again")
PLEASED = _words("proud happy glad pleased grateful faithful satisfied content sorry")
STANDS = _words("be become feel stay land get make come earn win find regain have count rank")
WORLDS = _words(
    "life world list eyes family graces heart books thoughts priorities team arms bed favour favor esteem"
    " good priority affections"
)
