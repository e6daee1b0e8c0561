"""The table of parts that a year is made of: one line for each file of the office and of the year."""

from __future__ import annotations

from vanban.domain.award_decision import AwardDecision
from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.decision import Decision
from vanban.domain.document import Document, Plan
from vanban.domain.dossier_paper import DossierPaper
from vanban.domain.evaluation import Authorship, CollectiveEvaluation, Evaluation, InitiativeUse
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.letter import Letter
from vanban.domain.local_rules import LocalRules
from vanban.domain.nomination import Achievement, Nomination
from vanban.domain.office import LegalBasis, Office
from vanban.domain.outsider import Outsider
from vanban.domain.people import Collective, Person, ResidentialGroup
from vanban.domain.progress import Progress
from vanban.domain.registration import CollectiveRegistration, GroupRegistration, Household, IndividualRegistration
from vanban.domain.reminder import ReceivedReport, Reminder
from vanban.domain.selection import CouncilMeeting, CouncilMember, CouncilVote, GroupMeeting
from vanban.domain.signatory import Signatory
from vanban.domain.target import Result
from vanban.ingest.year import Part, Shape

PARTS: tuple[Part, ...] = (
    Part("office", "office", "office", Shape.RECORD, Office),
    Part("signatories", "signatories", "office", Shape.RECORDS, Signatory),
    Part("legal_bases", "legal_bases", "office", Shape.RECORDS, LegalBasis),
    Part("groups", "groups", "office", Shape.TABLE, ResidentialGroup),
    Part("collectives", "collectives", "office", Shape.TABLE, Collective),
    Part("people", "people", "office", Shape.TABLE, Person),
    Part("outsiders", "outsiders", "office", Shape.TABLE, Outsider, required=False),
    Part("council", "council", "office", Shape.TABLE, CouncilMember, required=False),
    Part("local_rules", "local_rules", "office", Shape.RECORD, LocalRules, required=False),
    Part("plan", "plan", "year", Shape.RECORD, Plan),
    Part("group_registrations", "group_registrations", "year", Shape.TABLE, GroupRegistration, required=False),
    Part("households", "households", "year", Shape.TABLE, Household, required=False),
    Part(
        "collective_registrations",
        "collective_registrations",
        "year",
        Shape.TABLE,
        CollectiveRegistration,
        required=False,
    ),
    Part(
        "individual_registrations",
        "individual_registrations",
        "year",
        Shape.TABLE,
        IndividualRegistration,
        required=False,
    ),
    Part("registration_reminder", "registration_reminder", "year", Shape.RECORD, Reminder, required=False),
    Part("received_reports", "received_reports", "year", Shape.TABLE, ReceivedReport, required=False),
    Part("report_reminder", "report_reminder", "year", Shape.RECORD, Reminder, required=False),
    Part("registration_summary", "registration_summary", "year", Shape.RECORD, Document, required=False),
    Part("campaigns", "campaigns", "year", Shape.RECORDS, Campaign, required=False),
    Part("sudden_achievements", "sudden_achievements", "year", Shape.RECORDS, SuddenAchievement, required=False),
    Part("group_meetings", "group_meetings", "year", Shape.TABLE, GroupMeeting, required=False),
    Part("council_meeting", "council_meeting", "year", Shape.RECORD, CouncilMeeting, required=False),
    Part("votes", "votes", "year", Shape.TABLE, CouncilVote, required=False),
    Part("nominations", "nominations", "year", Shape.TABLE, Nomination, required=False),
    Part("achievements", "achievements", "year", Shape.RECORDS, Achievement, required=False),
    Part("initiatives", "initiatives", "year", Shape.RECORDS, ReportedInitiative, required=False),
    Part("authorships", "authorships", "year", Shape.TABLE, Authorship, required=False),
    Part("initiative_uses", "initiative_uses", "year", Shape.TABLE, InitiativeUse, required=False),
    Part("evaluations", "evaluations", "year", Shape.TABLE, Evaluation, required=False),
    Part("collective_evaluations", "collective_evaluations", "year", Shape.TABLE, CollectiveEvaluation, required=False),
    Part("initiative_confirmation", "initiative_confirmation", "year", Shape.RECORD, Decision, required=False),
    Part("dossier_papers", "dossier_papers", "year", Shape.TABLE, DossierPaper, required=False),
    Part("submission", "submission", "year", Shape.RECORD, Document, required=False),
    Part("decision", "decision", "year", Shape.RECORD, AwardDecision, required=False),
    Part("announcement", "announcement", "year", Shape.RECORD, Document, required=False),
    Part("results", "results", "year", Shape.TABLE, Result, required=False),
    Part("mid_year_results", "mid_year_results", "year", Shape.TABLE, Result, required=False),
    Part("progress", "progress", "year", Shape.TABLE, Progress, required=False),
    Part("six_month_report", "six_month_report", "year", Shape.RECORD, Document, required=False),
    Part("annual_report", "annual_report", "year", Shape.RECORD, Document, required=False),
    Part("letters", "letters", "year", Shape.RECORDS, Letter, required=False),
)
