/**
 * Every refusal that a person can meet apart from access (lib/access) and figures that cannot be read (figure-text).
 * lib/i18n/words/refusals.ts has a sentence for each, saying what was expected, what came, the rule and the next step.
 */
export const REFUSAL_CODES = [
  // figures and rows
  'cellUnknown', // this report has no such cell
  'contentWrong', // the state does not fit the cell (a narrative in a number box …)
  'reasonMissing', // a reason is needed and is empty or too long
  'dateWrong', // not a calendar date, or outside the allowed days
  'nameMissing',
  'viewNameTaken', // another kept view or export of the person has the name
  'identityWrong', // neither or both of credit code and the reason for having none
  'choiceWrong', // not one of the list
  'amountWrong', // not an amount of 10,000 yuan
  'wholeWrong', // not a whole number
  'validityWrong', // valid until a day before the one it is valid from
  'fieldNotAsked', // this register has no such column
  'rowUnknown',
  'rowSubmitted', // withdrawn with a reason, never deleted
  'caseUnknown',
  'caseDecided', // by somebody else meanwhile
  'cityNotInCase',
  'rowsContradict', // "none this quarter" beside a register that has rows
  'tooLong',
  // the life of a report
  'periodUnknown',
  'periodNotOpen',
  'periodLocked',
  'notEditable', // certified, submitted, under review or accepted
  'figureNotReturned', // only the returned figures may be changed
  'rowNotReturned', // of this register, only the returned rows
  'conversationClosed', // nothing was asked, or it was closed
  'nothingSubmitted', // a question is about what was submitted
  'notClean', // something in it is open: it is looked at before it is accepted or forwarded
  'notNow', // the report is not where this step begins
  'versionPassed', // typed for a version of the report that was submitted since
  'contentChanged', // certified or submitted something else than was shown
  'certifierPrepared',
  'checksFailed', // hard findings, or unanswered cells
  'findingsOpen', // soft findings that nobody explained
  'findingGone', // no such soft finding, or about other values
  'explanationShort',
  'declarationMissing',
  'nothingChanged', // a resubmission identical to what was returned
  // more time
  'extensionNeedless', // the report has been submitted
  'extensionDayWrong', // not after what holds already
  'extensionPending', // an earlier request is undecided
  'extensionUnknown',
  'extensionDecided',
  'extensionOwn', // decided by who asked
  'extensionPassed', // its end has passed
  'emailWrong',
  // targets and programme
  'restatementOpen', // another restatement of this report waits for its answer
  'restatementSame', // nothing in it differs from what is accepted
  'restatementAnswered', // it was approved, refused or withdrawn
  'restatementChecks', // the corrected report would have errors
  'approverAsked', // who asked for a restatement does not approve it
  'correctionWrong', // a corrected figure that cannot be read
  'rowWrong', // an added row that cannot be read
  'targetBelowFloor',
  'targetWrong',
  // the decision book
  'bandsWrong', // not ascending from zero, or more money than there is
  'weightsWrong', // not nineteen weights that make 100
  'derogationNeedless', // not below the floor
  'boundWrong', // a bound of a check outside its range, or for a check that has none
  'thresholdWrong', // not a per cent above 0 and up to 100, to two places
  'checkTooSoon', // a new hard check would surprise the reports that are open
  'documentMissing', // bands and weights come from a document
  'decisionUnknown',
  'decisionSigned', // it has its second signature, or was withdrawn
  'contactWrong', // a contact without a name, or a telephone number or an address that is none
  'handoverWrong', // work goes to a colleague of the same role and reach, written by one of the two
  'announcementWrong', // an announcement needs a title and a text
  'targetNeedsRequest', // a target that was set changes by a request
  'targetUnset', // there is no target yet that a request could change
  'targetSame', // the target asked for is the one in force
  'targetRequestOpen', // one request for a target at a time
  'targetRequestAnswered', // granted, refused or withdrawn already
  'signerProposed', // the second signature is another person's
  'effectsChanged', // its effects are no longer those that were shown
  // the plan
  'planUnknown', // no such version
  'planPending', // an earlier version is not approved
  'planNotEditable', // signed or approved
  'planNotNow', // not where this step begins
  'planProblem', // what lib/rules/check-plan says
  'planSigner', // signed by who prepared it
  'planSame', // an amendment that changes nothing
  'taskUnknown',
  'taskChanged', // by somebody else since it was shown
  'taskExists', // a new task under a number that is taken
  'planChanged', // by somebody else since the page was shown from which a file is taken over
  'taskInUse', // progress was reported on it, or money spent
  'percentWrong', // not a whole per cent from 0 to 100
  'quarterWrong', // not a quarter that has begun
  'yuanWrong', // not an amount of whole yuan
  // money
  'purposeMissing',
  'fundFormWrong', // none of the four permitted forms
  'fundForbidden', // demolition, running costs, working funds
  'fundShort', // more of a source than was received
  'entryUnknown',
  'entryReversed', // an entry that was taken back, or takes back another
  'paymentOver', // beyond the first instalment
  'paymentUndecided', // no decision stands behind it
  'paymentReversed', // what cannot be taken back, or was already
  'instalmentNotNow', // another proposal or decision stands, or somebody was first
  'instalmentSigner', // one person twice
  'instalmentNoSeal', // no sealed mid-term evaluation by a document's weights, or it was opened again
  'instalmentNoBands', // no band table holds, or another than the proposal's
  'instalmentUnknown',
  'paymentDocumentMissing',
  'paymentUnknown',
  'paymentAnswered',
  // evaluations
  'roundTitleMissing',
  'nobodyChosen', // no city was chosen
  'evaluationSealed', // nothing in a sealed version changes
  'evaluationUnsealed', // a new version follows a sealed one
  'evaluationClosed', // outside of the round's days
  'evaluationOpen', // something in it is open, so that it cannot be signed
  'evaluationChanged', // it is no longer what was shown
  'sealSame', // two people sign
  'assessorUnknown',
  'assessorTaken', // another person has this duty in these days
  'assessorOtherDuty', // one person, one duty
  'dutyOther', // not what the person is assigned to do here today
  'statementEmpty',
  'statementChanged',
  'statementSigned',
  'statementOwn', // signed by who wrote it
  'markWrong', // none of the rubric's
  'readingReasonMissing', // a mark without a reason
  'readingChanged', // saved otherwise since it was shown
  'readingsLacking', // handed in before all results are read
  'readingsHandedIn',
  'readingsOpen', // settled before both have handed in
  'nothingToSettle', // both readings say the same
  'overrideWrong', // no per cent from 0 to 100
  'seedMissing',
  'sampleWrong', // no whole number that can be drawn
  'sampleEmpty', // nothing to draw from
  'sampleUnconfirmed', // nobody said that the seed is the right one: a sample cannot be drawn anew
  'sampleDrawn', // once for each version
  'visitIncomplete', // place, people met or note are empty
  'visitChanged', // corrected since it was shown, or somebody else's
  'photoKind', // no picture
  // files
  'uploadEmpty',
  'uploadTooLarge',
  'fileNameMissing',
  'fileKindRefused', // a program, a page with scripts, or nothing that is known
  'quotaReached', // the city has used what it may keep
  'quotaWrong', // not a whole number of MiB
  'quotaTooLow', // less than the city keeps already
  'bytesDiffer', // cut off or altered on the way
  'storeFull',
  'uploadUnknown', // finished, given up, lapsed, or somebody else's
  'pieceMisplaced', // not where the upload goes on
  'fileUnknown',
  'evidenceTargetUnknown', // no such row or explanation
  'evidenceTooMany',
  // accounts
  'signInFailed',
  'accountLocked',
  'loginTaken',
  'loginWrong',
  'reachWrong', // city or province missing or superfluous for the role
  'passwordWeak',
  'passwordWrong',
  'passwordsDiffer', // the new password and its repetition
  'ownAccount', // nobody disables or re-issues the account he or she is using
  'periodWrong',
  'cityWrong',
  'documentNotMade', // a PDF that took too long, or a machine that is too busy
  // files made in the background
  'exportsOpen', // as many as one person may have in the making
  'exportsDay', // as many as one person may ask for in a day
  'exportEmpty', // no city to export
  'exportOver', // it is made, failed or cancelled already
  'exportGone', // not made, or expired
  'exportRightsLost', // in it is what the person may no longer read
  // uploaded tables
  'fileEmpty',
  'fileTooLarge',
  'fileOtherKind', // neither .xlsx nor .csv
  'fileRenamed', // its ending says something else than its content
  'fileOldExcel',
  'fileBinaryExcel',
  'fileEncrypted',
  'fileActive', // macros, embedded objects, connections
  'fileDamaged',
  'fileUnsafe', // made so as to bring a reader down
  'fileTooBig', // more rows, cells, text than a table may have
  'fileSlow',
  'fileBusy',
  'fileNoTable', // nothing stands in it
  'fileEncoding', // text that is neither UTF-8 nor GB 18030
  'fileQuoteOpen', // a quotation mark that does not close
  // tables taken over into a report
  'importBusy', // one file a person at a time
  'importTooLarge',
  'workbookForged', // it says it is ours and its seal does not hold
  'workbookToRead', // says what was known at a past moment
  'templateUnknown', // made by a later version of the portal
  'cityOther',
  'periodOther',
  'nothingToRead', // no table with heads we know
  'proposalUnknown',
  'proposalAnswered', // taken over, or left, before
  'problemsOpen',
  'proposalMoved', // the report is no longer what the differences were shown for
  'changesBlocked',
  'formulasUnconfirmed',
  'nothingToImport', // everything is as the file says
  'tooManyTries', // of receipt numbers that are none
  'formWrong', // a form that does not have the expected fields
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Numbers and names for the sentence: what was expected, what came. Never sentences. */
export type RefusalDetail = Readonly<Record<string, string>>

/** A refusal as a value, for lists of them. */
export interface RefusalNote {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
}

/** A refusal of a whole deed: nothing was changed. */
export class Refusal extends Error implements RefusalNote {
  constructor(
    readonly code: RefusalCode,
    readonly detail: RefusalDetail = {},
  ) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.name = 'Refusal'
  }
}
