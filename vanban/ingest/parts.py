"""The table of parts that a year is made of: one line for each file of the office and of the year.

A sort of receiver about whose file nothing is unusual needs none: its table stands with the office, under its own name.
"""

from __future__ import annotations

from typing import Final

from vanban.domain.award_decision import AwardDecision
from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.certificate_stock import CertificateStock
from vanban.domain.complaint import Complaint
from vanban.domain.date_to_confirm import DateToConfirm
from vanban.domain.decision import Decision
from vanban.domain.document import Document, Plan
from vanban.domain.dossier_paper import DossierPaper
from vanban.domain.evaluation import Authorship, CollectiveEvaluation, Evaluation, InitiativeUse
from vanban.domain.free_document import FreeDocument, Invitation
from vanban.domain.given_award import GivenAward
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.letter import Letter
from vanban.domain.local_rules import LocalRules
from vanban.domain.nomination import Achievement, Nomination
from vanban.domain.office import LegalBasis, Office
from vanban.domain.other_award import OtherAward, OtherNomination
from vanban.domain.people import Collective, Person, Unit
from vanban.domain.progress import Progress
from vanban.domain.receiver import SORTS
from vanban.domain.registration import CollectiveRegistration, GroupRegistration, Household, IndividualRegistration
from vanban.domain.reminder import ReceivedReport, Reminder
from vanban.domain.scoring import Criterion, Score, Scoring
from vanban.domain.selection import CouncilMeeting, CouncilMember, CouncilVote, GroupMeeting, InitiativeMeeting
from vanban.domain.signatory import Signatory
from vanban.domain.target import Result
from vanban.ingest.part_file import DataFile, FileShape, InNewYear

_BODIES_AND_PEOPLE: Final = (
    DataFile("office", "office", "office", FileShape.RECORD, Office),
    DataFile("signatories", "signatories", "office", FileShape.RECORDS, Signatory),
    DataFile("legal_bases", "legal_bases", "office", FileShape.RECORDS, LegalBasis),
    DataFile(
        "groups",
        "groups",
        "office",
        FileShape.TABLE,
        Unit,
        required=False,
        needed_by=("group_registrations", "households", "group_meetings"),
    ),
    DataFile(
        "collectives",
        "collectives",
        "office",
        FileShape.TABLE,
        Collective,
        required=False,
        needed_by=("people", "collective_registrations", "collective_evaluations"),
    ),
    DataFile(
        "people",
        "people",
        "office",
        FileShape.TABLE,
        Person,
        required=False,
        needed_by=(
            "individual_registrations",
            "evaluations",
            "authorships",
            "initiative_uses",
            "achievements",
            "nominations",
            "votes",
        ),
    ),
)

_OTHERS: Final = (
    DataFile("other_awards", "other_awards", "office", FileShape.TABLE, OtherAward, required=False),
    DataFile("award_history", "award_history", "office", FileShape.TABLE, GivenAward, required=False),
    DataFile("council", "council", "office", FileShape.TABLE, CouncilMember, required=False),
    DataFile("initiative_council", "initiative_council", "office", FileShape.TABLE, CouncilMember, required=False),
    DataFile("certificate_stock", "certificate_stock", "office", FileShape.RECORD, CertificateStock, required=False),
    DataFile("local_rules", "local_rules", "office", FileShape.RECORD, LocalRules, required=False),
    DataFile("plan", "plan", "year", FileShape.RECORD, Plan),
    DataFile("group_registrations", "group_registrations", "year", FileShape.TABLE, GroupRegistration, required=False),
    DataFile("households", "households", "year", FileShape.TABLE, Household, required=False),
    DataFile(
        "collective_registrations",
        "collective_registrations",
        "year",
        FileShape.TABLE,
        CollectiveRegistration,
        required=False,
    ),
    DataFile(
        "individual_registrations",
        "individual_registrations",
        "year",
        FileShape.TABLE,
        IndividualRegistration,
        required=False,
    ),
    DataFile("registration_reminder", "registration_reminder", "year", FileShape.RECORD, Reminder, required=False),
    DataFile("received_reports", "received_reports", "year", FileShape.TABLE, ReceivedReport, required=False),
    DataFile("report_reminder", "report_reminder", "year", FileShape.RECORD, Reminder, required=False),
    DataFile("registration_summary", "registration_summary", "year", FileShape.RECORD, Document, required=False),
    DataFile(
        "campaigns",
        "campaigns",
        "year",
        FileShape.RECORDS,
        Campaign,
        required=False,
        emptied=("awardees", "review.absences", "review.votes", "review.ends_at"),
    ),
    DataFile(
        "sudden_achievements",
        "sudden_achievements",
        "year",
        FileShape.RECORDS,
        SuddenAchievement,
        required=False,
        in_new_year=InNewYear.LEFT_OUT,
    ),
    DataFile("scorings", "scorings", "year", FileShape.RECORDS, Scoring, required=False),
    DataFile(
        "criteria",
        "criteria",
        "year",
        FileShape.TABLE,
        Criterion,
        required=False,
        in_new_year=InNewYear.COPIED,
    ),
    DataFile("scores", "scores", "year", FileShape.TABLE, Score, required=False),
    DataFile("group_meetings", "group_meetings", "year", FileShape.TABLE, GroupMeeting, required=False),
    DataFile(
        "council_meeting",
        "council_meeting",
        "year",
        FileShape.RECORD,
        CouncilMeeting,
        required=False,
        emptied=("absences", "ballots", "ends_at"),
    ),
    DataFile("votes", "votes", "year", FileShape.TABLE, CouncilVote, required=False),
    DataFile("nominations", "nominations", "year", FileShape.TABLE, Nomination, required=False),
    DataFile("other_nominations", "other_nominations", "year", FileShape.TABLE, OtherNomination, required=False),
    DataFile(
        "achievements",
        "achievements",
        "year",
        FileShape.RECORDS,
        Achievement,
        required=False,
        in_new_year=InNewYear.LEFT_OUT,
    ),
    DataFile(
        "initiatives",
        "initiatives",
        "year",
        FileShape.RECORDS,
        ReportedInitiative,
        required=False,
        in_new_year=InNewYear.LEFT_OUT,
    ),
    DataFile("authorships", "authorships", "year", FileShape.TABLE, Authorship, required=False),
    DataFile(
        "initiative_uses",
        "initiative_uses",
        "year",
        FileShape.TABLE,
        InitiativeUse,
        required=False,
        in_new_year=InNewYear.HANDED_ON,
    ),
    DataFile("evaluations", "evaluations", "year", FileShape.TABLE, Evaluation, required=False),
    DataFile(
        "collective_evaluations",
        "collective_evaluations",
        "year",
        FileShape.TABLE,
        CollectiveEvaluation,
        required=False,
    ),
    DataFile("council_decision", "council_decision", "year", FileShape.RECORD, Decision, required=False),
    DataFile("counting_board_decision", "counting_board_decision", "year", FileShape.RECORD, Decision, required=False),
    DataFile(
        "initiative_council_decision",
        "initiative_council_decision",
        "year",
        FileShape.RECORD,
        Decision,
        required=False,
    ),
    DataFile(
        "initiative_meeting",
        "initiative_meeting",
        "year",
        FileShape.RECORD,
        InitiativeMeeting,
        required=False,
        emptied=("absences", "votes", "ends_at"),
    ),
    DataFile("initiative_confirmation", "initiative_confirmation", "year", FileShape.RECORD, Decision, required=False),
    DataFile("complaints", "complaints", "year", FileShape.TABLE, Complaint, required=False),
    DataFile("dossier_papers", "dossier_papers", "year", FileShape.TABLE, DossierPaper, required=False),
    DataFile("submission", "submission", "year", FileShape.RECORD, Document, required=False),
    DataFile("decision", "decision", "year", FileShape.RECORD, AwardDecision, required=False),
    DataFile("family_decision", "family_decision", "year", FileShape.RECORD, Decision, required=False),
    DataFile("announcement", "announcement", "year", FileShape.RECORD, Document, required=False),
    DataFile("results", "results", "year", FileShape.TABLE, Result, required=False, in_new_year=InNewYear.COMPARED),
    DataFile(
        "mid_year_results",
        "mid_year_results",
        "year",
        FileShape.TABLE,
        Result,
        required=False,
        in_new_year=InNewYear.COMPARED,
    ),
    DataFile("progress", "progress", "year", FileShape.TABLE, Progress, required=False),
    DataFile("six_month_report", "six_month_report", "year", FileShape.RECORD, Document, required=False),
    DataFile("annual_report", "annual_report", "year", FileShape.RECORD, Document, required=False),
    DataFile("conference_invitation", "conference_invitation", "year", FileShape.RECORD, Invitation, required=False),
    DataFile("letters", "letters", "year", FileShape.RECORDS, Letter, required=False),
    DataFile("documents", "documents", "year", FileShape.RECORDS, FreeDocument, required=False),
    DataFile(
        "dates_to_confirm",
        "dates_to_confirm",
        "year",
        FileShape.TABLE,
        DateToConfirm,
        required=False,
        in_new_year=InNewYear.LEFT_OUT,
    ),
)

_HAVE_A_LINE: Final = frozenset(part.name for part in (*_BODIES_AND_PEOPLE, *_OTHERS))

PARTS: tuple[DataFile, ...] = (
    *_BODIES_AND_PEOPLE,
    *(
        DataFile(name, name, "office", FileShape.TABLE, row, required=False)
        for name, row in SORTS.items()
        if name not in _HAVE_A_LINE
    ),
    *_OTHERS,
)
