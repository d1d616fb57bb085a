//! Commands by chance, as people give them: identifiers of what the pair has, days and slots around the present moment, words of all
//! sorts.
//!
//! Whoever adds a command is told here: [`Kind::of`] does not compile without it, then [`draw`] does not, and `tests/it/lives.rs` asks
//! that every kind is done.

#![allow(dead_code, reason = "two programs, each of which uses its part")]

use std::collections::{BTreeMap, BTreeSet};

use binome::document::Document;
use binome::document::review::both;
use binome::domain::person::IntroPrompt;
use binome::domain::profile::{KeptProject, Reach};
use binome::domain::time::{days_after, days_before};
use binome::domain::{
    Address, AgreementCommand, Booking, Channel, Command, ContactCommand, Context, ContractCommand, Day, Finding,
    Given, GoalCommand, GoalId, GoalResult, GoalStatus, Help, Instant, KitCommand, Mode, OrganisationCommand,
    OwnPromiseId, Pairing, Path, PersonId, Phase, PointId, PointState, Preparation, Profile, ProfileCommand,
    ProgrammeCommand, ProjectId, PromiseId, PromiseState, QuestionId, ReportCommand, ReportPart, Rest, Rule, Section,
    Session, SessionCommand, SessionId, SessionKind, SessionState, Situation, Slot, Stage, StandingCommand, Step,
    SubStepCommand, SubStepId, Template, Threshold, Track, TrackCommand, WallTime, WeekCommand, Weekday, ZoneName,
};
use binome::domain::{kit, programme, sub_step};

use super::world::{Chance, Draw as _};

macro_rules! kinds {
    ($($name:ident $weight:literal = $pattern:pat),* $(,)?) => {
        /// The kinds of commands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($name),* }

        impl Kind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The kind of a command. One that is of none does not compile.
            pub fn of(command: &Command) -> Self {
                match command { $($pattern => Self::$name),* }
            }

            /// How often it is drawn.
            fn weight(self) -> usize {
                match self { $(Self::$name => $weight),* }
            }
        }
    };
}

kinds! {
    Start 1 = Command::Start { .. },
    Write 24 = Command::Write(..),
    Choose 6 = Command::Choose(..),
    SetCallMinutes 1 = Command::SetCallMinutes(_),
    SetAddress 1 = Command::SetAddress(_),
    SayDone 1 = Command::SayDone(..),
    MarkPoint 3 = Command::MarkPoint(..),
    SetZone 1 = Command::SetZone(_),
    SetPersonZone 1 = Command::SetPersonZone(..),
    NoteGoal 3 = Command::NoteGoal(..),
    AddGoal 4 = Command::AddGoal(_),
    SetGoalMinutes 2 = Command::SetGoalMinutes(..),
    SetGoalDays 2 = Command::SetGoalDays(..),
    SetGoalStatus 3 = Command::SetGoalStatus(..),
    KeepGoalAsIs 1 = Command::KeepGoalAsIs(..),
    RemoveGoal 2 = Command::RemoveGoal(_),
    GoalSetProject 2 = Command::Goal(GoalCommand::SetProject(..)),
    GoalSplit 2 = Command::Goal(GoalCommand::Split(..)),
    SubStepAdd 4 = Command::SubStep(SubStepCommand::Add(..)),
    SubStepTick 2 = Command::SubStep(SubStepCommand::Tick(..)),
    SubStepMove 3 = Command::SubStep(SubStepCommand::Move(..)),
    SubStepRemove 1 = Command::SubStep(SubStepCommand::Remove(_)),
    SubStepPromote 1 = Command::SubStep(SubStepCommand::Promote(..)),
    Ask 3 = Command::Ask(..),
    Settle 2 = Command::Settle(..),
    SetFirst 1 = Command::SetFirst(..),
    RemoveQuestion 1 = Command::RemoveQuestion(_),
    Book 6 = Command::Book(..),
    Unbook 2 = Command::Unbook(_),
    ProfileTakeWords 1 = Command::Profile(ProfileCommand::TakeWords(_)),
    ProfileTakeProgramme 1 = Command::Profile(ProfileCommand::TakeProgramme(..)),
    SessionPrepare 2 = Command::Session(SessionCommand::Prepare(..)),
    SessionBegin 6 = Command::Session(SessionCommand::Begin(_)),
    SessionTakeBack 1 = Command::Session(SessionCommand::TakeBack(_)),
    SessionFinishStep 3 = Command::Session(SessionCommand::FinishStep(..)),
    SessionConclude 6 = Command::Session(SessionCommand::Conclude { .. }),
    SessionReword 3 = Command::Session(SessionCommand::Reword { .. }),
    SessionAnswer 2 = Command::Session(SessionCommand::Answer(..)),
    SessionCarry 2 = Command::Session(SessionCommand::Carry(..)),
    SessionSearched 1 = Command::Session(SessionCommand::Searched(..)),
    SessionClose 5 = Command::Session(SessionCommand::Close(..)),
    SessionReopen 1 = Command::Session(SessionCommand::Reopen(_)),
    SessionSurvey 1 = Command::Session(SessionCommand::Survey(..)),
    StandingIsFor 2 = Command::Session(SessionCommand::Standing(StandingCommand::SetKind(..))),
    StandingCancel 3 = Command::Session(SessionCommand::Standing(StandingCommand::Cancel { .. })),
    StandingMissedBy 2 = Command::Session(SessionCommand::Standing(StandingCommand::MissedBy(..))),
    StandingAgree 2 = Command::Session(SessionCommand::Standing(StandingCommand::Agree(..))),
    StandingReplace 2 = Command::Session(SessionCommand::Standing(StandingCommand::Replace(..))),
    StandingRecall 1 = Command::Session(SessionCommand::Standing(StandingCommand::Recall(..))),
    StandingSetLasted 1 = Command::Session(SessionCommand::Standing(StandingCommand::SetLasted(..))),
    StandingCorrect 2 = Command::Session(SessionCommand::Standing(StandingCommand::Correct(..))),
    StandingPause 3 = Command::Session(SessionCommand::Standing(StandingCommand::Pause(_))),
    StandingResume 2 = Command::Session(SessionCommand::Standing(StandingCommand::Resume(_))),
    ReportKnow 2 = Command::Report(ReportCommand::Know(..)),
    ContactAdd 1 = Command::Contact(ContactCommand::Add(_)),
    ContactRemove 1 = Command::Contact(ContactCommand::Remove(_)),
    ContactAnswer 1 = Command::Contact(ContactCommand::Answer(..)),
    ProgrammeSetDays 1 = Command::Programme(ProgrammeCommand::SetDays(..)),
    ProgrammeAddProjects 3 = Command::Programme(ProgrammeCommand::AddProjects(_)),
    ProgrammeMoveProject 3 = Command::Programme(ProgrammeCommand::MoveProject(..)),
    ProgrammeSetMode 5 = Command::Programme(ProgrammeCommand::SetMode(..)),
    ProgrammeSetValidated 1 = Command::Programme(ProgrammeCommand::SetValidated(..)),
    ProgrammeRemoveProject 1 = Command::Programme(ProgrammeCommand::RemoveProject(_)),
    ProgrammeSetCurrent 1 = Command::Programme(ProgrammeCommand::SetCurrent(_)),
    ProgrammeSetMilestoneDay 1 = Command::Programme(ProgrammeCommand::SetMilestoneDay(_)),
    TrackAuthorise 5 = Command::Track(TrackCommand::Authorise(..)),
    TrackWithdraw 1 = Command::Track(TrackCommand::Withdraw(..)),
    TrackBook 8 = Command::Track(TrackCommand::Book(..)),
    TrackDeposit 4 = Command::Track(TrackCommand::Deposit(..)),
    TrackConclude 8 = Command::Track(TrackCommand::Conclude(..)),
    TrackCorrect 2 = Command::Track(TrackCommand::Correct(..)),
    TrackResubmit 4 = Command::Track(TrackCommand::Resubmit(..)),
    TrackTellReady 6 = Command::Track(TrackCommand::TellReady(..)),
    TrackUnvalidate 1 = Command::Track(TrackCommand::Unvalidate(..)),
    OrganisationSetSlot 1 = Command::Organisation(OrganisationCommand::SetSlot(_)),
    OrganisationUseChannel 1 = Command::Organisation(OrganisationCommand::UseChannel(..)),
    OrganisationSetAnswerHours 1 = Command::Organisation(OrganisationCommand::SetAnswerHours(..)),
    OrganisationSetPrepareHours 1 = Command::Organisation(OrganisationCommand::SetPrepareHours(_)),
    KitSetMinutes 1 = Command::Kit(KitCommand::SetMinutes(..)),
    ContractSet 1 = Command::Contract(ContractCommand::Set(..)),
    ContractSetConditional 4 = Command::Contract(ContractCommand::SetConditional(_)),
    WeekExcuse 1 = Command::Week(WeekCommand::Excuse { .. }),
    WeekCount 1 = Command::Week(WeekCommand::Count(_)),
    AgreementTick 6 = Command::Agreement(AgreementCommand::Tick(..)),
    AgreementRevisit 1 = Command::Agreement(AgreementCommand::Revisit(..)),
    AgreementAdd 1 = Command::Agreement(AgreementCommand::Add(_)),
    AgreementRemove 1 = Command::Agreement(AgreementCommand::Remove(_)),
    AgreementSign 1 = Command::Agreement(AgreementCommand::Sign(_)),
    AgreementUnsign 1 = Command::Agreement(AgreementCommand::Unsign(_)),
}

impl Kind {
    /// What leads a project to its validation, which takes many acts in their order.
    const ON_THE_PATH: [Self; 12] = [
        Self::ProgrammeAddProjects,
        Self::ProgrammeSetMode,
        Self::TrackAuthorise,
        Self::TrackBook,
        Self::TrackDeposit,
        Self::SessionBegin,
        Self::SessionClose,
        Self::TrackConclude,
        Self::TrackTellReady,
        Self::TrackResubmit,
        Self::ContractSetConditional,
        Self::Write,
    ];

    /// Draws one, by weight; of a pair that works towards its defences, every other time one of those that lead there.
    pub fn draw(dice: &mut Dice, towards_defences: bool) -> Self {
        if towards_defences && dice.once_in(2) {
            return dice.any(&Self::ON_THE_PATH);
        }
        let whole: usize = Self::ALL.iter().map(|kind| kind.weight()).sum();
        let mut left = dice.below(whole);
        for kind in Self::ALL {
            match left.checked_sub(kind.weight()) {
                Some(rest) => left = rest,
                None => return *kind,
            }
        }
        Self::Write
    }
}

/// How many commands of each kind were done and refused.
#[derive(Clone, Debug, Default)]
pub struct Tally(BTreeMap<Kind, [u64; 2]>);

impl Tally {
    /// Counts one.
    pub fn count(&mut self, kind: Kind, done: bool) {
        self.0.entry(kind).or_default()[usize::from(!done)] += 1;
    }

    /// Adds up.
    pub fn add(&mut self, other: &Self) {
        for (kind, counts) in &other.0 {
            let mine = self.0.entry(*kind).or_default();
            mine.iter_mut().zip(counts).for_each(|(mine, count)| *mine += count);
        }
    }

    /// How many were done, and how many refused.
    pub fn all(&self) -> [u64; 2] {
        self.0.values().fold([0, 0], |[done, refused], counts| [done + counts[0], refused + counts[1]])
    }

    /// The kinds that were never done.
    pub fn never_done(&self) -> Vec<Kind> {
        Kind::ALL.iter().copied().filter(|kind| self.0.get(kind).is_none_or(|counts| counts[0] == 0)).collect()
    }

    /// A line for each kind: how many were done, and how many refused.
    pub fn lines(&self) -> Vec<String> {
        let line = |kind: &Kind| {
            let [done, refused] = self.0.get(kind).copied().unwrap_or_default();
            format!("{:<28}{done:>9} done {refused:>9} refused", format!("{kind:?}"))
        };
        Kind::ALL.iter().map(line).collect()
    }
}

/// Chance, as commands need it.
pub struct Dice(Chance);

/// Words as people type them, and as they should not: of two languages, over several lines, with what files and calendars give a
/// meaning, with letters that hide.
const WORDS: [&str; 14] = [
    "rédige 5 cas de test",
    "Faire mieux",
    "écris le plan, puis la maquette ; montre-la à Karim",
    "finish the model",
    "Le fichier des 5 cas",
    "- un\n- deux\n\n  trois  ",
    "# Titre\n**gras** [lien](https://example.org/a_b?c=d) `code`",
    "https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/",
    "a;b,c\\d\"e",
    "<b>x</b> & cie",
    "😀 Œuvre ſ İstanbul",
    "\u{202e}à l’envers\u{200b}",
    "12",
    "   ",
];

const ZONES: [&str; 6] =
    ["Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea", "Australia/Lord_Howe", "Nowhere/At_All"];

impl Dice {
    /// The throws that begin with this one.
    pub fn new(seed: u64) -> Self {
        Self(Chance::of_story(seed, 0))
    }

    /// A number below `bound`, which is more than nothing.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0.number(u32::try_from(bound).unwrap_or(u32::MAX))
    }

    /// Whether one of so many came up.
    pub fn once_in(&mut self, sides: usize) -> bool {
        self.below(sides) == 0
    }

    /// One of these.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.0.below(u32::try_from(list.len()).ok()?.max(1))?;
        list.get(at as usize)
    }

    /// One of these.
    pub fn any<T: Copy>(&mut self, list: &[T]) -> T {
        *self.of(list).expect("something to draw from")
    }

    fn found<'a, T>(&mut self, all: impl IntoIterator<Item = &'a T>, is_fit: impl Fn(&T) -> bool) -> Option<&'a T> {
        let fit: Vec<&T> = all.into_iter().filter(|one| is_fit(one)).collect();
        self.of(&fit).copied()
    }

    /// Words; once in a while none.
    pub fn text(&mut self) -> String {
        if self.once_in(8) {
            return String::new();
        }
        let mut text = self.any(&WORDS).to_owned();
        // Two people seldom write the very same.
        if !self.once_in(4) {
            text = format!("{text} {}", self.below(1_000));
        }
        text
    }

    fn words(&mut self) -> String {
        format!("mot {}", self.text())
    }

    fn name(&mut self) -> String {
        self.any(&["Karim", "Léa", "Noé", "Zoë d’Arc", "李"]).to_owned()
    }

    /// A name that no record has.
    fn id(&mut self) -> String {
        format!("{:016x}", self.0.next())
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.once_in(4) { None } else { Some(value(self)) }
    }

    fn yes(&mut self) -> bool {
        !self.once_in(3)
    }

    fn person(&mut self) -> PersonId {
        self.any(&[PersonId::MENTOR, PersonId::STUDENT])
    }

    fn zone(&mut self) -> Option<ZoneName> {
        ZoneName::parse(self.any(&ZONES))
    }

    fn minutes(&mut self) -> u32 {
        self.any(&[5, 15, 30, 45, 45, 45, 60, 90, 240])
    }

    /// A slot ahead, seldom one that has passed.
    fn slot(&mut self, now: Instant) -> Booking {
        let days = self.any(&[1, 1, 3, 8]);
        let ahead = i64::try_from(self.below(days * 24 * 4)).unwrap_or(0) * 15;
        let start = if self.once_in(24) { now.plus_minutes(-ahead) } else { now.plus_minutes(ahead + 30) };
        Booking { start, minutes: self.minutes() }
    }

    /// A moment of the last days.
    fn lately(&mut self, now: Instant) -> Instant {
        now.plus_minutes(-i64::try_from(self.below(3 * 24 * 60)).unwrap_or(0))
    }

    fn day_near(&mut self, today: Day) -> Day {
        let days = self.below(30) as u64;
        if self.once_in(3) { days_before(today, days) } else { days_after(today, days) }
    }

    fn recent_day(&mut self, today: Day) -> Day {
        let days = self.below(3) as u64;
        days_before(today, days)
    }

    fn wall(&mut self) -> Option<WallTime> {
        WallTime::new(self.any(&[0, 2, 8, 18, 23]), self.any(&[0, 30, 59]))
    }
}

/// Draws a command of that kind; `None` when the pair has nothing that it could be about.
pub fn draw(kind: Kind, pair: &Pairing, document: &Document, context: &Context, dice: &mut Dice) -> Option<Command> {
    let (now, today) = (context.now, context.today);
    let asked = Asked { pair, now };
    Some(match kind {
        Kind::Start => Command::Start {
            mentor: dice.name(),
            student: dice.name(),
            minutes: dice.minutes(),
            zone: dice.maybe(Dice::zone).flatten(),
        },
        Kind::Write => {
            let path = text_path(pair, context, dice)?;
            let words = if path.field() == "name" { dice.name() } else { dice.text() };
            Command::Write(path, words)
        }
        Kind::Choose => {
            let conflicts = document.conflicts();
            let conflict = dice.of(&conflicts)?;
            let one = dice.of(&conflict.heads)?.1.value.clone();
            let joined = both(&conflict.path, conflict.heads.iter().map(|(_, edit)| edit));
            let value = joined.filter(|_| dice.once_in(2)).unwrap_or(one);
            Command::Choose(conflict.path.clone(), value)
        }
        Kind::SetCallMinutes => Command::SetCallMinutes(dice.minutes()),
        Kind::SetAddress => Command::SetAddress(dice.maybe(|dice| dice.any(&[Address::Tu, Address::Vous]))),
        Kind::SayDone => Command::SayDone(dice.any(&Section::ALL), dice.person(), dice.yes()),
        Kind::MarkPoint => {
            let state = dice.maybe(|dice| dice.any(&[PointState::Understood, PointState::ToClarify]));
            Command::MarkPoint(dice.any(PointId::ALL), state)
        }
        Kind::SetZone => Command::SetZone(dice.zone()?),
        Kind::SetPersonZone => Command::SetPersonZone(dice.person(), dice.zone()?),
        Kind::NoteGoal => {
            let until = dice.maybe(|dice| dice.day_near(today));
            Command::NoteGoal(fresh(dice)?, dice.words(), until)
        }
        Kind::AddGoal => Command::AddGoal(fresh(dice)?),
        Kind::SetGoalMinutes => {
            let minutes = dice.maybe(|dice| dice.any(&[1, 30, 90, 600, 10_080]));
            Command::SetGoalMinutes(goal(pair, dice)?, minutes)
        }
        Kind::SetGoalDays => {
            let (start, end) = (dice.maybe(|dice| dice.day_near(today)), dice.maybe(|dice| dice.day_near(today)));
            let (start, end) = if start <= end { (start, end) } else { (end, start) };
            Command::SetGoalDays(goal(pair, dice)?, start, end)
        }
        Kind::SetGoalStatus => Command::SetGoalStatus(goal(pair, dice)?, dice.any(&GoalStatus::ALL)),
        Kind::KeepGoalAsIs => {
            let rules = [Rule::Specific, Rule::Measurable, Rule::Achievable, Rule::Relevant, Rule::Dated];
            let id = goal(pair, dice)?;
            let what = pair.goals.iter().find(|goal| goal.id == id).map(|goal| goal.what.trim().to_owned());
            let token = dice.any(&["2026-11-24", "90", "3"]).to_owned();
            Command::KeepGoalAsIs(id, dice.any(&rules), what.filter(|_| dice.once_in(2)).unwrap_or(token))
        }
        Kind::RemoveGoal => Command::RemoveGoal(goal(pair, dice)?),
        Kind::GoalSetProject => {
            let project = dice.maybe(|dice| project(pair, dice)).flatten();
            Command::Goal(GoalCommand::SetProject(goal(pair, dice)?, project))
        }
        Kind::GoalSplit => {
            let open = dice.found(&pair.goals, |goal| !goal.status.is_over())?;
            Command::Goal(GoalCommand::Split(open.id.clone(), fresh(dice)?))
        }
        Kind::SubStepAdd => {
            // Lists long enough to run out of places between two.
            let list = pair.goals.last().filter(|_| dice.yes()).map(|goal| goal.id.clone());
            let goal = list.or_else(|| goal(pair, dice))?;
            Command::SubStep(SubStepCommand::Add(fresh(dice)?, goal, dice.words()))
        }
        Kind::SubStepTick => Command::SubStep(SubStepCommand::Tick(step(pair, dice)?, dice.yes())),
        Kind::SubStepMove => {
            let towards = dice.any(&[sub_step::Towards::Up, sub_step::Towards::Down]);
            Command::SubStep(SubStepCommand::Move(step(pair, dice)?, towards))
        }
        Kind::SubStepRemove => Command::SubStep(SubStepCommand::Remove(step(pair, dice)?)),
        Kind::SubStepPromote => Command::SubStep(SubStepCommand::Promote(step(pair, dice)?, fresh(dice)?)),
        Kind::Ask => Command::Ask(fresh(dice)?, dice.words()),
        Kind::Settle => Command::Settle(question(pair, dice)?, dice.yes()),
        Kind::SetFirst => Command::SetFirst(question(pair, dice)?, dice.yes()),
        Kind::RemoveQuestion => Command::RemoveQuestion(question(pair, dice)?),
        Kind::Book => {
            let booked = asked.session(dice, |session| session.phase() == Some(Phase::Before));
            let id = booked.filter(|_| dice.once_in(4)).map(|session| session.id.clone());
            Command::Book(id.or_else(|| fresh(dice))?, dice.slot(now))
        }
        Kind::Unbook => Command::Unbook(asked.in_phase(dice, Phase::Before)?),
        Kind::ProfileTakeWords => Command::Profile(ProfileCommand::TakeWords(profile(dice))),
        Kind::ProfileTakeProgramme => {
            let template = template(dice);
            let ids = template.projects.iter().filter_map(|_| fresh(dice)).collect();
            Command::Profile(ProfileCommand::TakeProgramme(template, ids))
        }
        Kind::SessionPrepare => {
            let what = dice.any(&Preparation::ALL);
            Command::Session(SessionCommand::Prepare(asked.any(dice)?, what, dice.yes()))
        }
        Kind::SessionBegin => Command::Session(SessionCommand::Begin(asked.in_phase(dice, Phase::Before)?)),
        Kind::SessionTakeBack => Command::Session(SessionCommand::TakeBack(asked.in_phase(dice, Phase::During)?)),
        Kind::SessionFinishStep => {
            let id = asked.in_phase(dice, Phase::During)?;
            Command::Session(SessionCommand::FinishStep(id, dice.any(&Step::ALL), dice.yes()))
        }
        Kind::SessionConclude => Command::Session(SessionCommand::Conclude {
            session: asked.any(dice)?,
            goal: goal(pair, dice)?,
            result: dice.any(&GoalResult::ALL).with_rest(dice.maybe(|dice| dice.any(&Rest::ALL))),
            until: dice.maybe(|dice| dice.day_near(today)),
        }),
        Kind::SessionReword => {
            let outcome = dice.found(&pair.outcomes, |it| it.result.is_some_and(|it| it != GoalResult::Reached))?;
            let into = (0..=dice.below(3)).filter_map(|_| fresh(dice)).collect();
            Command::Session(SessionCommand::Reword {
                session: outcome.session.clone()?,
                goal: outcome.goal.clone()?,
                into,
                until: dice.maybe(|dice| dice.day_near(today)),
            })
        }
        Kind::SessionAnswer => {
            Command::Session(SessionCommand::Answer(asked.any(dice)?, question(pair, dice)?, dice.yes()))
        }
        Kind::SessionCarry => {
            Command::Session(SessionCommand::Carry(asked.any(dice)?, question(pair, dice)?, dice.yes()))
        }
        Kind::SessionSearched => Command::Session(SessionCommand::Searched(question(pair, dice)?, dice.yes())),
        Kind::SessionClose => {
            let under_way = asked.in_phase(dice, Phase::During).filter(|_| dice.yes());
            let id = under_way.or_else(|| asked.past(dice))?;
            Command::Session(SessionCommand::Close(id, dice.minutes()))
        }
        Kind::SessionReopen => Command::Session(SessionCommand::Reopen(asked.in_phase(dice, Phase::After)?)),
        Kind::SessionSurvey => Command::Session(SessionCommand::Survey(asked.any(dice)?, dice.person(), dice.yes())),
        Kind::StandingIsFor => {
            let project = dice.maybe(|dice| project(pair, dice)).flatten();
            standing(StandingCommand::SetKind(asked.any(dice)?, dice.any(&SessionKind::ALL), project))
        }
        Kind::StandingCancel => {
            let session = asked.session(dice, |session| {
                session.phase() == Some(Phase::Before) && session.booking().is_some_and(|slot| slot.start > now)
            });
            let session = session?.id.clone();
            let replacement = dice.once_in(2).then(|| Some((fresh(dice)?, dice.slot(now)))).flatten();
            standing(StandingCommand::Cancel {
                session,
                by: dice.person(),
                told: dice.lately(now),
                agreed: dice.maybe(Dice::yes),
                replacement,
            })
        }
        Kind::StandingMissedBy => standing(StandingCommand::MissedBy(asked.past(dice)?, dice.person())),
        Kind::StandingAgree => {
            let id = asked.in_phase(dice, Phase::Off)?;
            standing(StandingCommand::Agree(id, dice.maybe(Dice::yes)))
        }
        Kind::StandingReplace => {
            let of = asked.in_phase(dice, Phase::Off)?;
            let other = asked.in_phase(dice, Phase::Before).filter(|_| dice.once_in(3));
            standing(StandingCommand::Replace(of, other.or_else(|| fresh(dice))?, dice.slot(now)))
        }
        Kind::StandingRecall => {
            let (kind, start) = (dice.any(&SessionKind::ALL), dice.lately(now));
            standing(StandingCommand::Recall(fresh(dice)?, kind, start, dice.minutes()))
        }
        Kind::StandingSetLasted => {
            standing(StandingCommand::SetLasted(asked.in_phase(dice, Phase::After)?, dice.minutes()))
        }
        Kind::StandingCorrect => {
            let session = asked.session(dice, |session| session.state.is_some())?;
            let Booking { start, minutes } = session.booking()?;
            let to = match dice.below(4) {
                0 => SessionState::Booked(Booking { start, minutes }),
                1 => SessionState::Held { start, minutes, lasted: dice.maybe(Dice::minutes) },
                2 => SessionState::Cancelled { start, minutes, by: dice.person(), told: dice.lately(now.min(start)) },
                _ => SessionState::Absent { start, minutes, who: dice.person() },
            };
            standing(StandingCommand::Correct(session.id.clone(), to, dice.words()))
        }
        Kind::StandingPause => standing(StandingCommand::Pause(asked.in_phase(dice, Phase::During)?)),
        Kind::StandingResume => standing(StandingCommand::Resume(asked.in_phase(dice, Phase::During)?)),
        Kind::ReportKnow => {
            let written = pair.reports.iter().flat_map(|report| {
                let parts = ReportPart::ALL.into_iter().filter(|part| report.part(*part).is_written());
                parts.map(|part| (report.session.clone(), part))
            });
            let (session, part) = dice.of(&written.collect::<Vec<_>>())?.clone();
            Command::Report(ReportCommand::Know(session, part, dice.id()))
        }
        Kind::ContactAdd => Command::Contact(ContactCommand::Add(fresh(dice)?)),
        Kind::ContactRemove => Command::Contact(ContactCommand::Remove(dice.of(&pair.contacts)?.id.clone())),
        Kind::ContactAnswer => {
            Command::Contact(ContactCommand::Answer(dice.any(&Situation::ALL), dice.any(&Help::ALL)))
        }
        Kind::ProgrammeSetDays => {
            let (start, end) = (days_before(today, dice.below(200) as u64), days_after(today, dice.below(300) as u64));
            let (start, end) = (dice.maybe(|_| start), dice.maybe(|_| end));
            Command::Programme(ProgrammeCommand::SetDays(start, end))
        }
        Kind::ProgrammeAddProjects => {
            let added = (0..=dice.below(3)).filter_map(|_| Some((fresh(dice)?, dice.words()))).collect();
            Command::Programme(ProgrammeCommand::AddProjects(added))
        }
        Kind::ProgrammeMoveProject => {
            let towards = dice.any(&[programme::Towards::Start, programme::Towards::Jury]);
            Command::Programme(ProgrammeCommand::MoveProject(project(pair, dice)?, towards))
        }
        Kind::ProgrammeSetMode => {
            let open = dice.found(&pair.programme.projects, |project| project.mode.is_none());
            let id = open.map(|project| project.id.clone()).or_else(|| project(pair, dice))?;
            let mode = dice.any(&[Some(Mode::Defence), Some(Mode::Defence), Some(Mode::Review), None]);
            Command::Programme(ProgrammeCommand::SetMode(id, mode))
        }
        Kind::ProgrammeSetValidated => {
            let day = days_before(today, dice.below(60) as u64);
            Command::Programme(ProgrammeCommand::SetValidated(project(pair, dice)?, day))
        }
        Kind::ProgrammeRemoveProject => Command::Programme(ProgrammeCommand::RemoveProject(project(pair, dice)?)),
        Kind::ProgrammeSetCurrent => {
            Command::Programme(ProgrammeCommand::SetCurrent(dice.maybe(|dice| project(pair, dice)).flatten()))
        }
        Kind::ProgrammeSetMilestoneDay => {
            Command::Programme(ProgrammeCommand::SetMilestoneDay(dice.maybe(|dice| dice.day_near(today))))
        }
        Kind::TrackAuthorise => {
            let waiting = |project: &programme::Project| {
                project.mode == Some(Mode::Defence) && project.validated.is_none() && project.authorised.is_none()
            };
            let project = dice.found(&pair.programme.projects, waiting)?;
            Command::Track(TrackCommand::Authorise(project.id.clone(), dice.recent_day(today)))
        }
        Kind::TrackWithdraw => {
            let unused = |it: &programme::Project| it.authorised.is_some() && pair.attempts(&it.id).next().is_none();
            let project = dice.found(&pair.programme.projects, unused)?;
            Command::Track(TrackCommand::Withdraw(project.id.clone(), dice.words()))
        }
        Kind::TrackBook => {
            let may_be_booked = |it: &programme::Project| {
                matches!(Track::of(pair, it, now).stage, Stage::ToBook { .. } | Stage::ToPlan { .. })
            };
            let project = dice.found(&pair.programme.projects, may_be_booked)?;
            Command::Track(TrackCommand::Book(project.id.clone(), fresh(dice)?, dice.slot(now)))
        }
        Kind::TrackDeposit => {
            let id = asked.attempt(dice, |session| session.result.is_none())?;
            Command::Track(TrackCommand::Deposit(id, dice.maybe(|dice| dice.lately(now))))
        }
        Kind::TrackConclude => {
            let session = asked.session(dice, |session| {
                let presented = session.booking().is_some_and(|slot| slot.start <= now) || session.began.is_some();
                let is_open = matches!(session.finding(), None | Some(Finding::Conditional));
                presented && is_open && session.kind.validates() && session.project.is_some()
            })?;
            let mode = if session.kind == SessionKind::Review { Mode::Review } else { Mode::Defence };
            let findings = Finding::of_mode(mode, pair.contract.conditional);
            // The last of them leads furthest.
            let finding = if dice.once_in(2) { findings.last().copied()? } else { dice.any(findings) };
            let day = if dice.yes() { today } else { dice.recent_day(today) };
            Command::Track(TrackCommand::Conclude(session.id.clone(), finding, day))
        }
        Kind::TrackCorrect => {
            let session = asked.session(dice, |session| session.result.is_some())?;
            let mode = if session.kind == SessionKind::Review { Mode::Review } else { Mode::Defence };
            let findings = Finding::of_mode(mode, pair.contract.conditional);
            let to = dice.maybe(|dice| (dice.any(findings), dice.recent_day(today)));
            Command::Track(TrackCommand::Correct(session.id.clone(), to, dice.words()))
        }
        Kind::TrackResubmit => {
            let id = asked.attempt(dice, |session| session.finding() == Some(Finding::Conditional))?;
            Command::Track(TrackCommand::Resubmit(id, dice.maybe(|dice| dice.lately(now))))
        }
        Kind::TrackTellReady => {
            let session = asked.session(dice, |session| session.finding() == Some(Finding::ToRework))?;
            let moment = dice.maybe(|dice| if dice.yes() { now } else { dice.lately(now) });
            Command::Track(TrackCommand::TellReady(session.project.clone()?, moment))
        }
        Kind::TrackUnvalidate => {
            let project = dice.found(&pair.programme.projects, |project| project.validated.is_some())?;
            Command::Track(TrackCommand::Unvalidate(project.id.clone(), dice.words()))
        }
        Kind::OrganisationSetSlot => {
            let weekday = dice.any(&[Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Sun]);
            let slot = dice.maybe(|dice| Some(Slot { weekday, time: dice.wall()?, zone: dice.zone()? })).flatten();
            Command::Organisation(OrganisationCommand::SetSlot(slot))
        }
        Kind::OrganisationUseChannel => {
            Command::Organisation(OrganisationCommand::UseChannel(dice.any(&Channel::ALL), dice.yes()))
        }
        Kind::OrganisationSetAnswerHours => {
            let hours = dice.maybe(|dice| dice.any(&[1, 24, 48, 336]));
            Command::Organisation(OrganisationCommand::SetAnswerHours(dice.person(), hours))
        }
        Kind::OrganisationSetPrepareHours => {
            Command::Organisation(OrganisationCommand::SetPrepareHours(dice.maybe(|dice| dice.any(&[1, 24, 336]))))
        }
        Kind::KitSetMinutes => {
            let minutes = dice.maybe(Dice::minutes);
            Command::Kit(KitCommand::SetMinutes(dice.any(&kit::Stage::ALL), minutes))
        }
        Kind::ContractSet => {
            let threshold = dice.any(&Threshold::ALL);
            let bounds = threshold.bounds();
            let number = dice.maybe(|dice| dice.any(&[*bounds.start(), *bounds.end(), threshold.usual()]));
            Command::Contract(ContractCommand::Set(threshold, number))
        }
        Kind::ContractSetConditional => Command::Contract(ContractCommand::SetConditional(!dice.once_in(4))),
        Kind::WeekExcuse => {
            let from = dice.day_near(today);
            let to = days_after(from, dice.below(21) as u64);
            Command::Week(WeekCommand::Excuse { from, to, reason: dice.words() })
        }
        Kind::WeekCount => {
            let week = dice.found(&pair.weeks, |week| week.excused)?;
            Command::Week(WeekCommand::Count(week.monday))
        }
        Kind::AgreementTick => {
            let yes = !dice.once_in(5);
            Command::Agreement(AgreementCommand::Tick(promise(pair, dice)?, dice.person(), yes))
        }
        Kind::AgreementRevisit => Command::Agreement(AgreementCommand::Revisit(promise(pair, dice)?, dice.once_in(3))),
        Kind::AgreementAdd => Command::Agreement(AgreementCommand::Add(fresh(dice)?)),
        Kind::AgreementRemove => Command::Agreement(AgreementCommand::Remove(dice.of(&own_promises(pair))?.clone())),
        Kind::AgreementSign => {
            let nothing = pair.agreement.count(PromiseState::Agreed) == 0;
            let who = (!nothing || dice.once_in(8)).then(|| dice.person())?;
            Command::Agreement(AgreementCommand::Sign(who))
        }
        Kind::AgreementUnsign => Command::Agreement(AgreementCommand::Unsign(dice.person())),
    })
}

/// An identifier that no record has, of whatever it is for.
fn fresh<T: TryFrom<String>>(dice: &mut Dice) -> Option<T> {
    T::try_from(dice.id()).ok()
}

fn standing(command: StandingCommand) -> Command {
    Command::Session(SessionCommand::Standing(command))
}

fn goal(pair: &Pairing, dice: &mut Dice) -> Option<GoalId> {
    Some(dice.of(&pair.goals)?.id.clone())
}

fn step(pair: &Pairing, dice: &mut Dice) -> Option<SubStepId> {
    Some(dice.of(&pair.sub_steps)?.id.clone())
}

fn question(pair: &Pairing, dice: &mut Dice) -> Option<QuestionId> {
    Some(dice.of(&pair.questions)?.id.clone())
}

fn project(pair: &Pairing, dice: &mut Dice) -> Option<ProjectId> {
    Some(dice.of(&pair.programme.projects)?.id.clone())
}

fn promise(pair: &Pairing, dice: &mut Dice) -> Option<PromiseId> {
    // One of the given ones alone, so that both accept it at times.
    let given = [PromiseId::Given(Given::Answers)];
    let own = own_promises(pair).into_iter().map(PromiseId::Own);
    dice.of(&given.into_iter().chain(own).collect::<Vec<_>>()).cloned()
}

fn own_promises(pair: &Pairing) -> Vec<OwnPromiseId> {
    let own = pair.agreement.promises.iter().filter_map(|promise| match &promise.id {
        PromiseId::Own(id) => Some(id.clone()),
        PromiseId::Given(_) => None,
    });
    own.collect()
}

/// Sessions to draw from.
struct Asked<'a> {
    pair: &'a Pairing,
    now: Instant,
}

impl<'a> Asked<'a> {
    fn session(&self, dice: &mut Dice, is_fit: impl Fn(&Session) -> bool) -> Option<&'a Session> {
        dice.found(&self.pair.sessions, is_fit)
    }

    fn any(&self, dice: &mut Dice) -> Option<SessionId> {
        Some(dice.of(&self.pair.sessions)?.id.clone())
    }

    fn in_phase(&self, dice: &mut Dice, phase: Phase) -> Option<SessionId> {
        Some(self.session(dice, |session| session.phase() == Some(phase))?.id.clone())
    }

    fn past(&self, dice: &mut Dice) -> Option<SessionId> {
        let is_past = |session: &Session| match session.state {
            Some(SessionState::Booked(slot)) => slot.start <= self.now,
            _ => false,
        };
        Some(self.session(dice, is_past)?.id.clone())
    }

    fn attempt(&self, dice: &mut Dice, is_fit: impl Fn(&Session) -> bool) -> Option<SessionId> {
        let found = self.session(dice, |session| {
            let stands = session.state.is_some_and(|state| !state.is_off());
            session.kind.validates() && stands && is_fit(session)
        });
        Some(found?.id.clone())
    }
}

fn profile(dice: &mut Dice) -> Profile {
    let mut profile = Profile { name: dice.name(), ..Profile::default() };
    for prompt in IntroPrompt::MENTOR {
        profile.say(prompt, &dice.text());
    }
    let channels: BTreeSet<Channel> = Channel::ALL.into_iter().filter(|_| dice.once_in(2)).collect();
    profile.reach = Reach { channels, note: dice.text().trim().to_owned(), hours: dice.maybe(|_| 48) };
    profile.keep_programme(template(dice));
    profile
}

fn template(dice: &mut Dice) -> Template {
    let project = |dice: &mut Dice| KeptProject {
        title: dice.words(),
        mode: dice.maybe(|dice| dice.any(&Mode::ALL)),
        deliverables: dice.text(),
    };
    Template { name: dice.text().trim().to_owned(), projects: (0..=dice.below(3)).map(|_| project(dice)).collect() }
}

/// A field in which somebody may type: one of any record that the pair has.
pub fn text_path(pair: &Pairing, context: &Context, dice: &mut Dice) -> Option<Path> {
    let me = context.author.person;
    let who = dice.person();
    let text = match dice.below(24) {
        0 => format!("person/{who}/name"),
        1 => format!("person/{who}/{}", dice.of(IntroPrompt::of(who.role()))?.field()),
        2..=5 => format!("goal/{}/{}", goal(pair, dice)?, dice.any(&["what", "evidence", "why", "first-step"])),
        6 => format!("goal/{}/progress-{who}", goal(pair, dice)?),
        7 => format!("goal-step/{}/text", step(pair, dice)?),
        8 => format!("question/{}/text", question(pair, dice)?),
        9 => format!("question/{}/answer-{who}", question(pair, dice)?),
        10 => format!("session/{}/remarks-{who}", dice.of(&pair.sessions)?.id),
        11 => format!("session/{}/resources-{who}", dice.of(&pair.sessions)?.id),
        12 => {
            let defence = dice.found(&pair.sessions, |session| session.kind.validates())?;
            format!("session/{}/{}", defence.id, dice.any(&["assessor", "assessor", "reason", "result-reason"]))
        }
        13 => format!("outcome/{}/evidence", dice.of(&pair.outcomes)?.id),
        14 | 21 | 22 => format!("report/{}/{}", dice.of(&pair.sessions)?.id, dice.any(&ReportPart::ALL).slug()),
        15 => format!("private/{me}/session/{}/note", dice.of(&pair.sessions)?.id),
        16 => format!("contact/{}/{}", dice.of(&pair.contacts)?.id, dice.any(&["purpose", "reach", "name"])),
        17 => format!("programme/main/{}", dice.any(&["name", "milestone"])),
        18 => format!("project/{}/{}", project(pair, dice)?, dice.any(&["title", "deliverables", "reason"])),
        19 => format!("organisation/main/{}", dice.any(&["channels", "preparation"])),
        20 => format!("promise/{}/text", dice.of(&own_promises(pair))?),
        _ => match dice.of(&pair.weeks).filter(|_| dice.once_in(2)) {
            Some(week) => format!("week/{}/reason", week.monday),
            None => format!("kit/main/{}", dice.any(&["surname", "archive", "files"])),
        },
    };
    Path::parse(&text)
}
