//! The first call: both present themselves, the helps, the road to the jury, the agreement, the first goals.

use super::{Story, numbered};
use crate::domain::person::IntroPrompt;
use crate::domain::schema::{self, name};
use crate::domain::{
    Address, AgreementCommand, Booking, Channel, Command, ContactCommand, Given, Help, Mode, OrganisationCommand,
    PersonId, PointId, PointState, ProgrammeCommand, PromiseId, Refusal, Role, Section, Situation, Slot, WallTime,
    contact, programme,
};

/// How long the call took as planned.
const MINUTES: u32 = 45;

/// From the programme's first day to its last.
const PROGRAMME_DAYS: u64 = 290;

pub(super) fn tell(story: &mut Story<'_>) -> Result<(), Refusal> {
    story.go_to(story.start(0));
    let words = story.words;
    story.mentor(&Command::Start {
        mentor: words.mentor.into(),
        student: words.student.into(),
        minutes: MINUTES,
        zone: Some(story.asked.zone.clone()),
    })?;
    meet(story)?;
    helps(story)?;
    road(story)?;
    agree(story)?;
    for week in [1, 2] {
        let booking = Booking { start: story.start(week), minutes: MINUTES };
        story.mentor(&Command::Book(numbered!(SessionId, "session", week)?, booking))?;
    }
    for section in Section::ALL {
        for who in [Role::Mentor, Role::Student] {
            story.act(who, &Command::SayDone(section, PersonId::of(who), true))?;
        }
    }
    Ok(())
}

/// Section 1.
fn meet(story: &mut Story<'_>) -> Result<(), Refusal> {
    story.mentor(&Command::SetAddress(Some(Address::Tu)))?;
    let prompts = IntroPrompt::MENTOR.map(|prompt| (Role::Mentor, prompt));
    let all = prompts.into_iter().chain(IntroPrompt::STUDENT.map(|prompt| (Role::Student, prompt)));
    for ((who, prompt), text) in all.zip(story.words.stories) {
        story.act(who, &Command::Write(schema::intro(PersonId::of(who), prompt), text.into()))?;
    }
    Ok(())
}

/// Every point of sections 2 to 4, the cases, the contacts.
fn helps(story: &mut Story<'_>) -> Result<(), Refusal> {
    for &point in PointId::ALL {
        let state = match point {
            PointId::Adviser | PointId::Rework => PointState::ToClarify,
            _ => PointState::Understood,
        };
        story.student(&Command::MarkPoint(point, Some(state)))?;
    }
    for (situation, help) in [
        (Situation::Platform, Help::Support),
        (Situation::Funding, Help::Support),
        (Situation::Stuck, Help::Companion),
        (Situation::Ready, Help::Mentor),
        (Situation::Alone, Help::Community),
        (Situation::Job, Help::Coaching),
    ] {
        story.student(&Command::Contact(ContactCommand::Answer(situation, help)))?;
    }
    for (at, (who, purpose, reach)) in story.words.contacts.into_iter().enumerate() {
        let id = numbered!(ContactId, "contact", at)?;
        story.student(&Command::Contact(ContactCommand::Add(id.clone())))?;
        for (field, text) in [(name::NAME, who), (name::PURPOSE, purpose), (name::REACH, reach)] {
            story.student(&Command::Write(contact::field(&id, field), text.into()))?;
        }
    }
    Ok(())
}

/// Section 3: the programme and its projects.
fn road(story: &mut Story<'_>) -> Result<(), Refusal> {
    let words = story.words;
    let mut projects = Vec::new();
    for (at, (title, _)) in words.projects.into_iter().enumerate() {
        projects.push((numbered!(ProjectId, "project", at + 1)?, title.to_owned()));
    }
    let ids: Vec<_> = projects.iter().map(|(id, _)| id.clone()).collect();
    let first = story.day(0).checked_sub_days(chrono::Days::new(5)).unwrap_or(story.next);
    let last = crate::domain::time::days_after(first, PROGRAMME_DAYS);
    let commands = [
        ProgrammeCommand::AddProjects(projects),
        ProgrammeCommand::SetDays(Some(first), Some(last)),
        ProgrammeCommand::SetCurrent(ids.first().cloned()),
    ];
    for command in commands {
        story.student(&Command::Programme(command))?;
    }
    story.student(&Command::Write(programme::field(name::NAME), words.programme.into()))?;
    for (at, (id, (_, deliverables))) in ids.into_iter().zip(words.projects).enumerate() {
        let mode = if at < 2 { Mode::Review } else { Mode::Defence };
        story.student(&Command::Programme(ProgrammeCommand::SetMode(id.clone(), Some(mode))))?;
        story.student(&Command::Write(programme::project(&id, name::DELIVERABLES), deliverables.into()))?;
    }
    Ok(())
}

/// Section 4: habits, and the agreement that both sign.
fn agree(story: &mut Story<'_>) -> Result<(), Refusal> {
    let (mentor, student) = (PersonId::MENTOR, PersonId::STUDENT);
    let time = WallTime::new(super::HOUR, 0).ok_or(Refusal::Gone)?;
    let slot = Slot { weekday: chrono::Datelike::weekday(&story.next), time, zone: story.asked.zone.clone() };
    for command in [
        OrganisationCommand::SetSlot(Some(slot)),
        OrganisationCommand::UseChannel(Channel::Platform, true),
        OrganisationCommand::UseChannel(Channel::Email, true),
        OrganisationCommand::SetAnswerHours(mentor, Some(48)),
        OrganisationCommand::SetAnswerHours(student, Some(24)),
        OrganisationCommand::SetPrepareHours(Some(24)),
    ] {
        story.mentor(&Command::Organisation(command))?;
    }
    story.mentor(&Command::Write(schema::organisation(name::CHANNELS), story.words.channels.into()))?;
    story.mentor(&Command::Write(schema::organisation(name::PREPARATION), story.words.preparation.into()))?;
    let own = numbered!(OwnPromiseId, "promise", 1)?;
    story.student(&Command::Agreement(AgreementCommand::Add(own.clone())))?;
    let own = PromiseId::Own(own);
    story.student(&Command::Write(schema::promise(&own, name::TEXT), story.words.promise.into()))?;
    let promises = Given::ALL.into_iter().map(PromiseId::Given).chain([own]);
    for promise in promises {
        for (who, person) in [(Role::Mentor, mentor), (Role::Student, student)] {
            story.act(who, &Command::Agreement(AgreementCommand::Tick(promise.clone(), person, true)))?;
        }
    }
    story.mentor(&Command::Agreement(AgreementCommand::Sign(mentor)))?;
    story.student(&Command::Agreement(AgreementCommand::Sign(student)))
}
