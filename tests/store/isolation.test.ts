import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, type Permit } from '@/lib/access/authorize'
import * as cells from '@/lib/store/cells'
import { readCanonicalContent } from '@/lib/store/canonical-content'
import { readCellSaves } from '@/lib/store/cell-saves'
import * as cities from '@/lib/store/cities'
import * as ledger from '@/lib/store/ledger'
import * as evidenceLinks from '@/lib/store/evidence-links'
import * as explanations from '@/lib/store/explanations'
import * as fileUploads from '@/lib/store/file-uploads'
import * as storedFiles from '@/lib/store/stored-files'
import * as decisions from '@/lib/store/decisions'
import { readRestatements } from '@/lib/store/restatements'
import { refuseRestatement } from '@/lib/restating/answer-request'
import { requestRestatement } from '@/lib/restating/request-restatement'
import * as issuedVerdicts from '@/lib/store/issued-verdicts'
import * as targets from '@/lib/store/targets'
import * as presence from '@/lib/store/presence'
import { askExtension } from '@/lib/reporting/ask-extension'
import { decideExtension } from '@/lib/review/decide-extension'
import { readExtensions } from '@/lib/store/extensions'
import { readBurdens } from '@/lib/store/burden'
import { readCityPeople } from '@/lib/store/people'
import { readOverdueFigures } from '@/lib/store/overdue-figures'
import { readOwnCases } from '@/lib/store/cases'
import { readQuotas } from '@/lib/store/city-quotas'
import { readRowHistory } from '@/lib/store/row-history'
import { readPreparers } from '@/lib/store/preparers'
import * as registerRows from '@/lib/store/register-rows'
import { readReportFrame } from '@/lib/store/report-frame'
import * as reports from '@/lib/store/reports'
import { readSubmittedIdentities } from '@/lib/store/submitted-identities'
import * as summary from '@/lib/store/summary'
import { readAcceptedFindings, readVersionFindings } from '@/lib/store/version-findings'
import * as versions from '@/lib/store/versions'
import { readEvaluationFrame } from '@/lib/store/evaluation-frame'
import { readEvaluationGround, readLatestNarratives, readPopulation } from '@/lib/store/evaluation-population'
import { readEvaluation, readSnapshot } from '@/lib/store/evaluation-record'
import { readSealedVersions } from '@/lib/store/evaluation-seals'
import { readEvaluationStates, readRounds } from '@/lib/store/evaluation-rounds'
import { readCityFunds, readFundEntries } from '@/lib/store/funds'
import { readFundPayments } from '@/lib/store/payments'
import { readMonitorReasons } from '@/lib/store/monitor-reasons'
import { readPlanFiles, readPlanProgress } from '@/lib/store/plan-progress'
import { readPlanTasks, readPlanVersions } from '@/lib/store/plans'
import { begin, type Work } from '@/lib/store/work'
import { readWorkingCopy } from '@/lib/store/working-copy'
import { decideCase } from '@/lib/review/decide-case'
import { proposeDecision } from '@/lib/review/propose-decision'
import { attachEvidence } from '@/lib/evidence/attach-evidence'
import { beginUpload } from '@/lib/evidence/begin-upload'
import { keepCityContact } from '@/lib/accounts/keep-contact'
import { setQuota } from '@/lib/evidence/set-quota'
import { keepFile } from '@/lib/evidence/keep-file'
import { receivePiece } from '@/lib/evidence/receive-piece'
import { notePresence } from '@/lib/reporting/note-presence'
import { endReaders } from '@/lib/documents/reader-pool'
import { commitProposal } from '@/lib/imports/commit-proposal'
import { proposeUpload } from '@/lib/imports/propose-upload'
import { readUploads } from '@/lib/imports/read-proposal'
import * as uploadOrigins from '@/lib/store/upload-origins'
import * as uploads from '@/lib/store/upload-proposals'
import { readCityBeside } from '@/lib/store/city-beside'
import { readChanges, readVisit } from '@/lib/store/changes'
import { readConversations } from '@/lib/store/conversations'
import { readVersionStates } from '@/lib/store/review-queue'
import { askCity } from '@/lib/review/ask-city'
import { returnReport } from '@/lib/review/return-report'
import { followFinding } from '@/lib/review/follow-finding'
import { readFrame } from '@/lib/store/frame'
import { answerPayment } from '@/lib/funding/answer-payment'
import { explainMonitor } from '@/lib/funding/explain-monitor'
import { recordEntries } from '@/lib/funding/record-entries'
import { enterInstalment } from '@/lib/funding/answer-instalment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { recordPayment } from '@/lib/funding/record-payment'
import { answerReversal, askReversal } from '@/lib/funding/reverse-instalment'
import { readCityMoney } from '@/lib/store/city-money'
import { readInstalments } from '@/lib/store/instalments'
import { attachPlanFile } from '@/lib/planning/attach-plan-file'
import { recordProgress } from '@/lib/planning/record-progress'
import { setTarget } from '@/lib/reporting/set-target'
import { refuseTarget, requestTarget } from '@/lib/review/amend-target'
import { readTargetRequests } from '@/lib/store/target-requests'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { creditCode, fullAnswer, leadTo, life, makeWorld, OPEN, row, type World } from '../support/fixtures'
import { makeMidTerm, sealWhole } from '../support/evaluations'
import { bandTable, midTermRound, sealed } from '../support/instalments'
import { approvePlan, entry } from '../support/plans'
import { pdf } from '../support/sample-files'

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Stands in every text of its city, so that a single foreign row shows in whatever is read. */
const MARK = { [HOME]: 'MARKHOME', [NEIGHBOUR]: 'MARKNEIGHBOUR', [FAR]: 'MARKFAR' } as const

let world: World
let app: pg.Client
let tables: string[]

beforeAll(async () => {
  world = await makeWorld()
  app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  for (const officer of [people.officer, people.neighbourOfficer, people.farOfficer]) {
    const city = officer.city as keyof typeof MARK
    // A history of a hundred, beside which 1200 is a jump that must be explained.
    for (const quarter of ['2021Q1', '2021Q2', '2021Q3'] as const) {
      await life.prepare(officer, quarter, fullAnswer(MARK[city], '100'))
      await life.certify(officer, quarter)
      await life.submit(officer, quarter)
    }
    await life.prepare(officer, OPEN, [])
    await life.addRows(officer, OPEN, 'custody_smes', [row(MARK[city], creditCode(7, city))])
    const prepare = authorize(officer, 'report.prepare', city)
    for (const [register, table] of [
      [null, `指标,本期数,数据提供单位\n知识产权质押融资金额,1200,${MARK[city]}\n`],
      [
        'custody_smes',
        `企业名称,统一社会信用代码,计入日期\n${MARK[city]},${creditCode(9, city)},2022-07-01\n`,
      ],
    ] as const) {
      const bytes = new TextEncoder().encode(table)
      const id = await proposeUpload(prepare, OPEN, {
        name: `${MARK[city]}.csv`,
        bytes,
        register,
        secret: '',
      })
      const { proposal } = await readUploads(authorize(officer, 'draft.read', city), OPEN, id)
      await commitProposal(prepare, OPEN, id, {
        shown: proposal?.shown ?? '',
        formulas: false,
        withdraw: null,
      })
    }
    const proof = { name: `${MARK[city]}.pdf`, bytes: pdf(MARK[city]), purpose: 'evidence' as const }
    const files = [(await keepFile(prepare, proof)).id]
    const place = { indicator: 'pledge_amount', kind: 'figure' as const, target: '' }
    await attachEvidence(prepare, OPEN, { ...place, files, removed: false })
    const large = pdf(MARK[city], 600_000)
    const declared = { name: proof.name, bytes: large.length, sha256: digestOf(large) }
    const piece = large.subarray(0, 300_000)
    const uploading = authorize(officer, 'file.upload', city)
    await receivePiece(uploading, (await beginUpload(uploading, declared)).id, {
      at: 0,
      bytes: piece,
      sha256: digestOf(piece),
    })
    await notePresence(authorize(officer, 'report.prepare', city), OPEN, { cell: '', unsaved: 1, invalid: 0 })
    await leadTo('submitted', officer, OPEN, MARK[city])
    // One that all three claim: a case, of which each has its own side.
    await life.prepare(officer, '2022Q2', [])
    await life.addRows(officer, '2022Q2', 'certified_entities', [row(MARK[city], creditCode(8, '990000'))])
    const hash = await leadTo('accepted', officer, '2022Q2', MARK[city])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    await setTarget(authorize(officer, 'target.set', city), 'pledge_amount', '40', MARK[city])
    await requestTarget(authorize(officer, 'target.set', city), 'pledge_amount', '41', MARK[city])
    await refuseTarget(authorize(people.cnipa, 'target.decide', city), 1, MARK[city])
    const reach = { name: MARK[city], office: '', phone: '', email: '' }
    await keepCityContact(authorize(officer, 'contact.keep', city), 'filler', reach)
    const storage = authorize(people.system, 'storage.configure', city)
    await setQuota(storage, { mib: '10240', reason: MARK[city] })
    await approvePlan(officer, city, MARK[city])
    const noted = { code: '1.1.1', quarter: '2022Q3', percent: '10', note: MARK[city] }
    await recordProgress(authorize(officer, 'plan.prepare', city), [noted])
    await attachPlanFile(authorize(officer, 'plan.prepare', city), {
      code: '1.1.1',
      quarter: '2022Q3',
      file: files[0] ?? '',
    })
    const ledger = authorize(officer, 'funds.record', city)
    await recordEntries(ledger, 'receipt', [entry('900', { purpose: MARK[city] })])
    const paid = { yuan: '900', day: '2022-03-01', documentNumber: MARK[city] }
    await recordPayment(authorize(people.finance, 'payment.record', city), paid)
    const confirm = authorize(people.approver, 'payment.confirm', city)
    await answerPayment(confirm, 1, { confirmed: true, reason: MARK[city] })
    await explainMonitor(authorize(officer, 'monitor.explain', city), {
      asOf: OPEN,
      spent: '',
      achieved: '0',
      reason: MARK[city],
      day: '2023-01-01',
    })
    const doubted = {
      quarter: '2022Q2',
      indicator: 'pledge_amount',
      kind: 'sameAsOther',
      received: '1200',
      seq: 0,
    }
    await followFinding(authorize(people.cnipa, 'quality.follow', city), {
      ...doubted,
      state: 'taken',
      note: MARK[city],
    })
    await askExtension(authorize(officer, 'extension.ask', city), '2021Q4', '2022-11-15', MARK[city])
    const grant = { granted: true, reason: MARK[city] }
    await decideExtension(authorize(people.cnipa, 'extension.decide', city), '2021Q4', 1, grant)
    await proposeDecision(authorize(people.cnipa, 'decision.propose'), {
      city,
      content: { kind: 'derogation', indicator: 'pledge_amount', lowest: '25' },
      documentNumber: '',
      reason: MARK[city],
      effectiveFrom: '2022-10-12',
      endsOn: '2022-12-31',
    })
    const asking = authorize(officer, 'restatement.request', city)
    const seq = await requestRestatement(asking, '2022Q2', {
      baseVersion: 1,
      reasonCode: 'clerical',
      reason: MARK[city],
      correction: {
        figures: [{ indicator: 'pledge_amount', part: '', text: '1199' }],
        withdrawn: [],
        added: [],
      },
    })
    await refuseRestatement(authorize(people.cnipa, 'restatement.decide', city), seq, MARK[city])
    const { contentHash } = (
      await begin(authorize(officer, 'report.read', city), (work) => versions.readVersionHeads(work, OPEN))
    )[0] ?? { contentHash: '' }
    const asked = { indicator: 'pledge_amount', row: '' }
    await askCity(authorize(people.cnipa, 'conversation.ask', city), OPEN, asked, MARK[city])
    await life.forward(city, OPEN, contentHash)
    const [first] = await begin(authorize(officer, 'report.read', city), (work) =>
      registerRows.readRows(work, OPEN),
    )
    const givenBack = authorize(people.cnipa, 'report.return', city)
    const pins = {
      figures: [{ ...asked, reason: MARK[city] }],
      rows: [{ id: first?.id ?? '', reason: MARK[city] }],
    }
    await returnReport(givenBack, OPEN, contentHash, 'look again', pins.figures, pins.rows)
  }
  await makeMidTerm([HOME, NEIGHBOUR, FAR])
  await sealWhole(HOME, people.officer, people.certifier, MARK[HOME])
  await sealWhole(NEIGHBOUR, people.neighbourOfficer, people.neighbourCertifier, MARK[NEIGHBOUR])
  await sealWhole(FAR, people.farOfficer, people.farCertifier, MARK[FAR])
  await sealedRound()
  await decideCase(authorize(people.mof, 'case.decide'), {
    number: 1,
    countsIn: HOME,
    reason: 'it is certified there',
    steps: 0,
  })
  const { rows } = await world.owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'city' AND a.attnotnull ORDER BY 1`,
  )
  tables = rows.map(({ name }) => name)
})

afterAll(async () => {
  endReaders()
  await app.end()
  await world.drop()
})

/** A round in which each city has a sealed version, and a second instalment that was decided and whose reversal was refused. */
async function sealedRound(): Promise<void> {
  const round = await midTermRound(world.owner)
  await bandTable(world.owner)
  for (const city of [HOME, NEIGHBOUR, FAR] as const) {
    await sealed(world.owner, round, city, '80')
    await proposeInstalment(authorize(people.finance, 'instalment.propose', city))
    const answer = authorize(people.approver, 'instalment.answer', city)
    await enterInstalment(answer, 1, '25000000')
    await askReversal(authorize(people.finance, 'instalment.reverse', city), 1, MARK[city])
    await answerReversal(answer, 1, { confirmed: false, reason: MARK[city] })
  }
}

/** Runs as the application role with the settings of a permit, and undoes it. */
async function as<T>(permit: Permit | null, task: () => Promise<T>): Promise<T> {
  await app.query('BEGIN')
  try {
    const { scope = '', city = '', province = '' } = permit?.scope ?? {}
    await app.query(
      `SELECT set_config('app.scope', $1, true), set_config('app.city', $2, true), set_config('app.province', $3, true)`,
      [scope, city, province],
    )
    return await task()
  } finally {
    await app.query('ROLLBACK')
  }
}

const citiesIn = async (table: string): Promise<string[]> =>
  (await app.query<{ city: string }>(`SELECT DISTINCT city FROM ${table} ORDER BY 1`)).rows.map(
    ({ city }) => city,
  )

describe('without any filter the database shows, of every table that has a city,', () => {
  const own = authorize(people.officer, 'report.prepare', HOME)

  it('something of each of the three cities, when their owner looks', async () => {
    const lacking: string[] = []
    for (const table of tables) {
      const { rows } = await world.owner.query<{ n: number }>(
        `SELECT count(DISTINCT city)::int AS n FROM ${table}`,
      )
      if (rows[0]?.n !== 3) lacking.push(table)
    }
    expect(lacking).toEqual([])
  })

  it('to a permit for one city that city alone, and nothing of what reviewers write among themselves', async () => {
    await as(own, async () => {
      for (const table of tables) {
        const cities = table === 'quality_mark' ? [] : [HOME]
        expect({ table, cities: await citiesIn(table) }).toEqual({ table, cities })
      }
    })
  })

  it('to a permit for a province its cities, to one for the nation all', async () => {
    await as(authorize(people.province, 'queue.read'), async () => {
      for (const table of tables)
        expect({ table, cities: await citiesIn(table) }).toEqual({ table, cities: [HOME, NEIGHBOUR] })
    })
    await as(authorize(people.mof, 'dashboard.read'), async () => {
      for (const table of tables)
        expect({ table, cities: await citiesIn(table) }).toEqual({ table, cities: [HOME, NEIGHBOUR, FAR] })
    })
  })

  it('to any other permit, or to none, nothing', async () => {
    const others = [
      null,
      authorize(null, 'identity.verify'),
      authorize(null, 'receipt.verify'),
      authorize(people.officer, 'reference.read'),
      authorize(people.officer, 'account.readOwn'),
      authorize(people.security, 'account.manage'),
      authorize(people.audit, 'audit.read'),
      authorize(people.system, 'reference.configure'),
      authorize({ ...people.province, province: null }, 'queue.read'),
    ]
    for (const permit of others) {
      await as(permit, async () => {
        for (const table of tables)
          expect({ table, cities: await citiesIn(table) }).toEqual({ table, cities: [] })
      })
    }
  })
})

describe('a write that names another city', () => {
  /** The SQLSTATE with which a statement is refused; none when it is not. */
  async function refusalOf(sql: string, parameters: unknown[]): Promise<string | undefined> {
    try {
      await app.query(sql, parameters)
      return undefined
    } catch (error) {
      return error instanceof pg.DatabaseError ? error.code : String(error)
    }
  }

  it('is refused by row-level security in every table, although the row would be a good one', async () => {
    for (const table of tables) {
      const { rows } = await world.owner.query<{ row: unknown }>(
        `SELECT to_jsonb(t) AS row FROM ${table} t WHERE city = $1 ORDER BY t LIMIT 1`,
        [NEIGHBOUR],
      )
      const foreign = JSON.stringify(rows[0]?.row)
      const attempt = (permit: Permit) =>
        as(permit, () =>
          refusalOf(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [
            foreign,
          ]),
        )
      const code = await attempt(authorize(people.officer, 'report.prepare', HOME))
      expect({ table, code }).toEqual({ table, code: '42501' })
      // Who may read the city is told first that its report is closed; nobody else learns even that.
      for (const permit of [
        authorize(people.province, 'queue.read'),
        authorize(people.cnipa, 'dashboard.read'),
      ]) {
        expect(await attempt(permit)).toMatch(/^(?:42501|CJ00[24])$/)
      }
    }
  })

  it('changes nothing by UPDATE, and hands no own row over', async () => {
    const permit = authorize(people.officer, 'report.prepare', HOME)
    const updatable = await world.owner.query<{ name: string }>(
      `SELECT t AS name FROM unnest($1::text[]) t WHERE has_table_privilege('chengji_app', t, 'UPDATE')`,
      [tables],
    )
    expect(updatable.rows.map(({ name }) => name)).toContain('report_cell')
    for (const { name: table } of updatable.rows) {
      const touched = await as(
        permit,
        async () => (await app.query(`UPDATE ${table} SET city = city WHERE city <> $1`, [HOME])).rowCount,
      )
      expect({ table, touched }).toEqual({ table, touched: 0 })
      const code = await as(permit, () =>
        refusalOf(`UPDATE ${table} SET city = $1 WHERE city = $2`, [NEIGHBOUR, HOME]),
      )
      expect({ table, code }).toEqual({ table, code: '42501' })
    }
  })
})

describe('lib/store, asked with a permit for the home city,', () => {
  type Reader = (work: Work) => Promise<unknown>
  const everywhere = [HOME, NEIGHBOUR, FAR].map((city) => ({ city, period: OPEN, version: 1 }) as const)
  /** Every reading function that takes a city's permit. One that is added and not read here fails the test after. */
  const readers: Readonly<Record<string, Reader>> = {
    readCells: (work) => cells.readCells(work, OPEN),
    readCellSaves: (work) => readCellSaves(work, OPEN),
    readOverdueFigures: (work) => readOverdueFigures(work, '2022-10-12'),
    readCellChanges: (work) => cells.readCellChanges(work, OPEN),
    readExplanations: (work) => explanations.readExplanations(work, OPEN),
    readSignedExplanations: (work) => explanations.readSignedExplanations(work, OPEN, 1),
    readExtensions: (work) => readExtensions(work),
    readFileRow: async (work) =>
      storedFiles.readFileRow(work, (await storedFiles.readFileRows(work))[0]?.id ?? ''),
    readFileRows: (work) => storedFiles.readFileRows(work),
    readOpenUploads: (work) => fileUploads.readOpenUploads(work),
    readPieces: async (work) => ({
      hash: await fileUploads.readPieces(work, (await fileUploads.readOpenUploads(work))[0]?.id ?? ''),
    }),
    readLinks: (work) => evidenceLinks.readLinks(work, OPEN),
    readVersionEvidence: (work) => evidenceLinks.readVersionEvidence(work, OPEN, 1),
    readFileUses: (work) => evidenceLinks.readFileUses(work),
    readProposals: (work) => uploads.readProposals(work, OPEN),
    readProposalsAndReading: async (work) => {
      const [first] = await uploads.readProposals(work, OPEN)
      return first === undefined ? [] : uploads.readProposalsAndReading(work, OPEN, first.id)
    },
    readOrigins: (work) => uploadOrigins.readOrigins(work, OPEN),
    readRowSources: (work) => uploadOrigins.readRowSources(work, OPEN),
    readRowOrigins: async (work) => {
      const rows = await registerRows.readRows(work, OPEN)
      const found = []
      for (const { id } of rows) found.push(...(await uploadOrigins.readRowOrigins(work, OPEN, id)))
      return found
    },
    readCities: (work) => cities.readCities(work),
    readCity: (work) => cities.readCity(work),
    readPlaces: (work) => cities.readPlaces(work),
    readRounds: (work) => readRounds(work),
    readEvaluationStates: (work) => readEvaluationStates(work),
    readEvaluation: async (work) =>
      readEvaluation(work, (await readRounds(work)).find(({ name }) => name === 'midTerm-1')?.id ?? ''),
    readSealedVersions,
    readSnapshot: async (work) =>
      readSnapshot(work, (await readRounds(work)).find(({ name }) => name === 'midTerm-1')?.id ?? '', 1),
    readPopulation: (work) => readPopulation(work, '2022Q2'),
    readLatestNarratives: (work) => readLatestNarratives(work, '2022Q2'),
    readEvaluationFrame: async (work) => {
      const frame = await readEvaluationFrame(work, 'midTerm-1')
      return frame === null ? [] : [frame.city, frame.record]
    },
    readEvaluationGround: async (work) => {
      const round = (await readRounds(work)).find(({ name }) => name === 'midTerm-1')
      return readEvaluationGround(work, { id: round?.id ?? '', asOf: '2022Q2' }, 1)
    },
    readFundEntries: (work) => readFundEntries(work),
    readCityFunds: (work) => readCityFunds(work),
    readFundPayments: (work) => readFundPayments(work),
    readInstalments: (work) => readInstalments(work),
    readCityMoney: (work) => readCityMoney(work),
    readMonitorReasons: (work) => readMonitorReasons(work),
    readPlanVersions: (work) => readPlanVersions(work),
    readPlanTasks: (work) => readPlanTasks(work, 1),
    readPlanProgress: (work) => readPlanProgress(work),
    readPlanFiles: (work) => readPlanFiles(work, '1.1.1'),
    readOwnCases: (work) => readOwnCases(work),
    readQuotas: (work) => readQuotas(work),
    readRoomFor: (work) => storedFiles.readRoomFor(work, '0'.repeat(64), 'city'),
    readReportFrame: (work) => readReportFrame(work, OPEN),
    readLedger: (work) => ledger.readLedger(work),
    readLedgerPlaces: (work) => ledger.readLedgerPlaces(work, OPEN),
    readRestatements: (work) => readRestatements(work),
    readIssuedHistory: (work) => issuedVerdicts.readIssuedHistory(work),
    readIssuedVerdicts: (work) => issuedVerdicts.readIssuedVerdicts(work),
    readDecisions: (work) => decisions.readDecisions(work),
    readTargets: (work) => targets.readTargets(work),
    readTargetRequests: (work) => readTargetRequests(work),
    readSummariesAsKnown: (work) => summary.readSummariesAsKnown(work),
    readPreparers: (work) => readPreparers(work, OPEN, 1),
    readPresence: (work) => presence.readPresence(work, OPEN, 1),
    readEffort: (work) => presence.readEffort(work, OPEN, 1),
    readCityPeople: (work) => readCityPeople(work),
    readBurdens: (work) => readBurdens(work),
    readRows: (work) => registerRows.readRows(work, OPEN),
    readRowChanges: async (work) =>
      registerRows.readRowChanges(work, OPEN, (await registerRows.readRows(work, OPEN))[0]?.id ?? ''),
    readAcceptedRows: (work) => registerRows.readAcceptedRows(work),
    readSubmittedRowIds: async (work) => [...(await registerRows.readSubmittedRowIds(work, OPEN))],
    readRowHistory: (work) => readRowHistory(work, 'custody_smes'),
    readEvents: (work) => reports.readEvents(work, OPEN),
    readSummaries: (work) => summary.readSummaries(work),
    readSummariesOf: (work) => summary.readSummariesOf(work, OPEN),
    readWorkingCopy: (work) => readWorkingCopy(work, OPEN),
    readCityBeside: (work) => readCityBeside(work),
    readChanges: (work) => readChanges(work, new Date(0), 500),
    readVisit: (work) => readVisit(work),
    readFrame: (work) => readFrame(work),
    readConversations: (work) => readConversations(work),
    readVersionStates: (work) => readVersionStates(work, everywhere),
    readVersionFindings: (work) => readVersionFindings(work, OPEN),
    readAcceptedFindings: (work) => readAcceptedFindings(work),
    readVersionHeads: (work) => versions.readVersionHeads(work, OPEN),
    readVersion: (work) => versions.readVersion(work, OPEN, 1),
    readCanonicalContent: (work) => readCanonicalContent(work, OPEN, 1),
    readAcceptedFigures: (work) => versions.readAcceptedFigures(work),
    readSubmittedFigures: (work) => versions.readSubmittedFigures(work),
    readSubmittedIdentities: (work) => readSubmittedIdentities(work),
  }
  const strangers = [NEIGHBOUR, FAR].flatMap((city) => [city, MARK[city as keyof typeof MARK]])

  it('has every reading function among those tried', () => {
    const folder = path.resolve('lib/store')
    const all = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(folder, file), 'utf8').matchAll(/function (read\w+)\(\s*work: Work[,)]/g),
      ])
      .map(([, name]) => name)
      // Reporting periods are everybody's, and so are names of cities and how a cohort is reviewed.
      .filter((name) => !/^read(?:Periods?|CityNames|Routes?|RouteLife|RouteSwitches)$/.test(name ?? ''))
    expect(Object.keys(readers).sort()).toEqual(all.sort())
  })

  it.each(Object.keys(readers))('%s finds the city’s own and nothing of others', async (name) => {
    const read = readers[name]
    if (read === undefined) throw new Error(name)
    const found = JSON.stringify(
      await begin(authorize(people.officer, 'report.prepare', HOME), read),
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    )
    // The cities' names are public, no figure is overdue, and the officer never looked at the overview nor kept a view.
    const nothing: Readonly<Record<string, RegExp>> = {
      readOverdueFigures: /^\[\]$/,
      readSavedViews: /^\[\]$/,
      // Which bytes are whose shows in their number alone.
      readRoomFor: /^\{"isKept":false,"usedBytes":[1-9]/,
      readVisit: /^null$/,
    }
    expect(found).toMatch(
      nothing[name] ??
        /MARKHOME|910100|2022Q[23]|"hash"|"openedAt"|"outcome"|test officer|家城|^\["[0-9a-f-]{36}"(?:,"[0-9a-f-]{36}")*\]$/,
    )
    expect(found).not.toMatch(/test (?:neighbour|far)/)
    for (const stranger of strangers) expect(found).not.toContain(stranger)
  })
})
