//! A pair with words on every screen, made by the page's own model: what a file from somebody else holds.

use std::time::{SystemTime, UNIX_EPOCH};

use binome::document::{Document, file, project};
use binome::domain::decide::decide;
use binome::domain::{
    Address, AgreementCommand, Author, Booking, Channel, Command, ContactCommand, ContactId, Context, Day, Given,
    GoalId, GoalStatus, Help, Instant, Mode, OrganisationCommand, OwnPromiseId, PairId, PersonId, PointId, PointState,
    ProgrammeCommand, ProjectId, PromiseId, QuestionId, Section, SessionCommand, SessionId, SessionKind, SessionState,
    Situation, Slot, StandingCommand, TrackCommand, WallTime, Weekday, ZoneName, contact, person::IntroPrompt,
    programme, schema, schema::name, session,
};

use crate::Fault;
use crate::screens::{MENTOR, STUDENT};

/// Somebody's copy of a record, written natively.
pub struct Copy {
    /// The record.
    pub document: Document,
    author: Author,
    at: Instant,
}

impl Copy {
    /// A new pair as the mentor's browser starts it, an hour ago.
    pub fn start(pair: &str, mentor: &str, student: &str) -> Result<Self, Fault> {
        Self::start_at(now().plus_minutes(-60), pair, mentor, student)
    }

    /// A new pair as the mentor's browser starts it at that moment.
    pub fn start_at(at: Instant, pair: &str, mentor: &str, student: &str) -> Result<Self, Fault> {
        let pair = PairId::parse(pair).ok_or("a pair’s identifier")?;
        let author = Author::parse("mentor-1.e2e").ok_or("an author")?;
        let mut copy = Self { document: Document::new(pair), author, at };
        copy.order(&Command::Start {
            mentor: mentor.into(),
            student: student.into(),
            minutes: 45,
            zone: ZoneName::parse("Europe/Paris"),
        })?;
        Ok(copy)
    }

    /// Does a command, a minute after the last.
    pub fn order(&mut self, command: &Command) -> Result<(), Fault> {
        self.at = self.at.plus_minutes(1);
        let context = Context { now: self.at, today: day(self.at), author: self.author.clone() };
        let changes = decide(&project(&self.document), command, &context)?;
        self.document.apply(&changes, &self.author, self.at);
        Ok(())
    }

    /// Goes on as somebody else, on another device.
    pub fn hand_to(&mut self, author: &str) -> Result<(), Fault> {
        self.author = Author::parse(author).ok_or("an author")?;
        Ok(())
    }

    /// The file that the page would save.
    pub fn file(&self) -> String {
        file::write(&self.document)
    }
}

/// The moment.
pub fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_millis(i64::try_from(since.as_millis()).unwrap_or_default())
}

/// The day of a moment, in UTC: near enough for samples.
fn day(at: Instant) -> Day {
    at.to_string().get(..10).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// The sample's goals: what, evidence, hours, where it stands, days from now until its end.
const GOALS: [(&str, &str, u32, GoalStatus, i64); 4] = [
    ("rédige 5 cas de test", "Le fichier des 5 cas", 3, GoalStatus::ToDo, 7),
    ("avance de 3 écrans sur 8", "3 écrans dans la maquette", 5, GoalStatus::Doing, 7),
    ("livre le schéma en PDF", "Le PDF déposé", 2, GoalStatus::Reached, -7),
    ("explique les jointures en 5 min", "Une démonstration chronométrée", 1, GoalStatus::Partly, -7),
];

/// A pair in its fifth week: both presented themselves, points were marked, goals of every state, questions, two sessions
/// booked, cases answered, a programme.
pub fn rich() -> Result<Copy, Fault> {
    let mut copy = Copy::start("exemple0000001", MENTOR, STUDENT)?;
    let (mentor, student) = (PersonId::MENTOR, PersonId::STUDENT);
    copy.order(&Command::SetAddress(Some(Address::Tu)))?;
    for (who, prompt, words) in [
        (mentor, IntroPrompt::Story, "Dix ans de développement web, puis l’envie de transmettre."),
        (mentor, IntroPrompt::Strengths, "Je relis vite et je réponds clairement."),
        (student, IntroPrompt::Self_, "Comptable pendant six ans, je change de métier."),
        (student, IntroPrompt::Guidance, "Plutôt cadré, avec des rappels la veille."),
    ] {
        copy.order(&Command::Write(schema::intro(who, prompt), words.into()))?;
    }
    for section in Section::ALL {
        for who in [mentor, student] {
            copy.order(&Command::SayDone(section, who, section != Section::Goals))?;
        }
    }
    for &point in PointId::ALL {
        let state = match point {
            PointId::Adviser | PointId::Rework => PointState::ToClarify,
            _ => PointState::Understood,
        };
        copy.order(&Command::MarkPoint(point, Some(state)))?;
    }
    copy.hand_to("student-1.e2e2")?;
    for (number, (what, evidence, hours, status, days)) in GOALS.into_iter().enumerate() {
        let id = GoalId::parse(&format!("objectif{number}")).ok_or("a goal’s identifier")?;
        copy.order(&Command::AddGoal(id.clone()))?;
        copy.order(&Command::Write(schema::goal(&id, name::WHAT), what.into()))?;
        copy.order(&Command::Write(schema::goal(&id, name::EVIDENCE), evidence.into()))?;
        copy.order(&Command::Write(schema::goal(&id, name::WHY), "Le projet 3".into()))?;
        copy.order(&Command::Write(schema::goal(&id, name::FIRST_STEP), "Jeudi 19 h, à la médiathèque".into()))?;
        copy.order(&Command::SetGoalMinutes(id.clone(), Some(hours * 60)))?;
        let end = now().plus_minutes(days * 24 * 60);
        copy.order(&Command::SetGoalDays(id.clone(), Some(day(end.plus_minutes(-7 * 24 * 60))), Some(day(end))))?;
        copy.order(&Command::SetGoalStatus(id.clone(), status))?;
        copy.order(&Command::Write(schema::progress(&id, student), "Un premier jet est prêt.".into()))?;
    }
    for (number, words) in
        ["Comment nommer l’archive des livrables ?", "Faut-il une maquette pour le projet 4 ?"].into_iter().enumerate()
    {
        let id = QuestionId::parse(&format!("question{number}")).ok_or("a question’s identifier")?;
        copy.order(&Command::Ask(id.clone(), words.into()))?;
        copy.order(&Command::Write(schema::answer(&id, mentor), "Voyons-le ensemble mardi.".into()))?;
        copy.order(&Command::Settle(id, number == 1))?;
    }
    for (number, days) in [7, 14].into_iter().enumerate() {
        let id = SessionId::parse(&format!("session{number}")).ok_or("a session’s identifier")?;
        copy.order(&Command::Book(id, Booking { start: now().plus_minutes(days * 24 * 60), minutes: 45 }))?;
    }
    whom_to_turn_to(&mut copy)?;
    road(&mut copy)?;
    weeks_behind(&mut copy)?;
    organised(&mut copy)?;
    Ok(copy)
}

/// Sessions of every other state: held, missed after a wrong entry, cancelled and replaced, cancelled with something missing.
fn weeks_behind(copy: &mut Copy) -> Result<(), Fault> {
    let id = |name: &str| SessionId::parse(name).ok_or("a session’s identifier");
    let days = |days: i64| now().plus_minutes(days * 24 * 60);
    let stand = |command| Command::Session(SessionCommand::Standing(command));
    for (name, ago, kind) in [("tenue", 21, SessionKind::Mentoring), ("absence", 14, SessionKind::Review)] {
        copy.order(&stand(StandingCommand::Recall(id(name)?, kind, days(-ago), 45)))?;
    }
    copy.order(&stand(StandingCommand::SetLasted(id("tenue")?, 52)))?;
    let absent = SessionState::Absent { start: days(-14), minutes: 45, who: PersonId::STUDENT };
    copy.order(&stand(StandingCommand::Correct(id("absence")?, absent, "Notée tenue par erreur".into())))?;
    for (name, ahead, anew) in [("annulee", 4, Some(11)), ("manque", 9, None)] {
        copy.order(&Command::Book(id(name)?, Booking { start: days(ahead), minutes: 45 }))?;
        let anew = match anew {
            Some(ahead) => Some((id("remplace")?, Booking { start: days(ahead), minutes: 45 })),
            None => None,
        };
        copy.order(&stand(StandingCommand::Cancel {
            session: id(name)?,
            by: PersonId::STUDENT,
            told: now().plus_minutes(-60),
            agreed: anew.is_some().then_some(true),
            replacement: anew,
        }))?;
    }
    Ok(())
}

/// Answers of every verdict, and two contacts.
fn whom_to_turn_to(copy: &mut Copy) -> Result<(), Fault> {
    for (situation, help) in
        [(Situation::Platform, Help::Support), (Situation::Funding, Help::Adviser), (Situation::Stuck, Help::Coaching)]
    {
        copy.order(&Command::Contact(ContactCommand::Answer(situation, help)))?;
    }
    for (id, who, purpose, reach) in [
        ("contact0", "Inès Morvan", "Relire le SQL", "ines.morvan@exemple.fr"),
        ("contact1", "Le groupe du mardi soir", "Avancer à plusieurs", "Salon #dev-mardi"),
    ] {
        let id = ContactId::parse(id).ok_or("a contact’s identifier")?;
        copy.order(&Command::Contact(ContactCommand::Add(id.clone())))?;
        for (field, words) in [(name::NAME, who), (name::PURPOSE, purpose), (name::REACH, reach)] {
            copy.order(&Command::Write(contact::field(&id, field), words.into()))?;
        }
    }
    Ok(())
}

/// A programme of eight projects, the third under way.
fn road(copy: &mut Copy) -> Result<(), Fault> {
    let titles = [
        "Préparer son année",
        "Enquêter chez des lecteurs",
        "Maquetter un catalogue",
        "Tester et corriger un parcours",
        "Concevoir une application de prêt",
        "Rendre le site accessible",
        "Relier, tester, mettre en ligne",
        "Défendre un projet entier",
    ];
    let id = |number: usize| ProjectId::parse(&format!("projet{number}")).ok_or("a project’s identifier");
    let mut projects = Vec::new();
    for (number, title) in titles.into_iter().enumerate() {
        projects.push((id(number)?, title.to_owned()));
    }
    let milestone_day = day(now().plus_minutes(9 * 24 * 60));
    let (first, last) = (day(now()), day(now().plus_minutes(300 * 24 * 60)));
    for command in [
        ProgrammeCommand::AddProjects(projects),
        ProgrammeCommand::SetDays(Some(first), Some(last)),
        ProgrammeCommand::SetMode(id(0)?, Some(Mode::Review)),
        ProgrammeCommand::SetMode(id(2)?, Some(Mode::Defence)),
        ProgrammeCommand::SetCurrent(Some(id(2)?)),
        ProgrammeCommand::SetMilestoneDay(Some(milestone_day)),
    ] {
        copy.order(&Command::Programme(command))?;
    }
    for (path, words) in [
        (programme::field(name::NAME), "Conception et développement web"),
        (programme::field(name::MILESTONE), "Soutenance du projet 3"),
        (programme::project(&id(2)?, name::DELIVERABLES), "La maquette\nLe rapport d’enquête"),
    ] {
        copy.order(&Command::Write(path, words.into()))?;
    }
    // The third one is authorised and booked: its deliverables are the next act on the path.
    let defence = SessionId::parse("soutenance").ok_or("a session’s identifier")?;
    let start = now().plus_minutes(20 * 24 * 60);
    copy.order(&Command::Programme(ProgrammeCommand::SetValidated(id(1)?, day(now().plus_minutes(-24 * 60)))))?;
    copy.order(&Command::Track(TrackCommand::Authorise(id(2)?, day(now().plus_minutes(-24 * 60)))))?;
    copy.order(&Command::Track(TrackCommand::Book(id(2)?, defence.clone(), Booking { start, minutes: 30 })))?;
    copy.order(&Command::Write(session::field(&defence, name::ASSESSOR), "Inès Morvan".into()))?;
    Ok(())
}

/// The usual slot: Tuesday at six in Paris.
pub fn usual_slot() -> Result<Slot, Fault> {
    let zone = ZoneName::parse("Europe/Paris").ok_or("a zone")?;
    let time = WallTime::new(18, 0).ok_or("a wall time")?;
    Ok(Slot { weekday: Weekday::Tue, time, zone })
}

/// Habits, promises of every state, and one signature.
fn organised(copy: &mut Copy) -> Result<(), Fault> {
    let (mentor, student) = (PersonId::MENTOR, PersonId::STUDENT);
    for command in [
        OrganisationCommand::SetSlot(Some(usual_slot()?)),
        OrganisationCommand::UseChannel(Channel::Platform, true),
        OrganisationCommand::UseChannel(Channel::Email, true),
        OrganisationCommand::SetAnswerHours(mentor, Some(48)),
        OrganisationCommand::SetAnswerHours(student, Some(24)),
        OrganisationCommand::SetPrepareHours(Some(24)),
    ] {
        copy.order(&Command::Organisation(command))?;
    }
    let own = OwnPromiseId::parse("promesse000001").ok_or("a promise’s identifier")?;
    copy.order(&Command::Agreement(AgreementCommand::Add(own.clone())))?;
    let path = schema::promise(&PromiseId::Own(own.clone()), name::TEXT);
    copy.order(&Command::Write(path, "Nous coupons les notifications pendant l’appel.".into()))?;
    let ticks = [(Given::Weekly, 2), (Given::Ahead, 2), (Given::Prepared, 2), (Given::Answers, 1), (Given::Notice, 2)];
    for (given, count) in ticks {
        for person in [mentor, student].into_iter().take(count) {
            copy.order(&Command::Agreement(AgreementCommand::Tick(PromiseId::Given(given), person, true)))?;
        }
    }
    copy.order(&Command::Agreement(AgreementCommand::Revisit(PromiseId::Given(Given::Blocks), true)))?;
    copy.order(&Command::Agreement(AgreementCommand::Sign(mentor)))
}
