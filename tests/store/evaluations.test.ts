import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { assignAssessor, releaseAssessor } from '@/lib/assessment/assign-assessor'
import { carriedOver } from '@/lib/assessment/carried-over'
import { drawEvidence } from '@/lib/assessment/draw-evidence'
import { makeRound } from '@/lib/assessment/make-round'
import { openForCities, reopenEvaluation } from '@/lib/assessment/open-evaluation'
import { overrideResult } from '@/lib/assessment/override-result'
import { readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { readAssignments } from '@/lib/assessment/read-rounds'
import { readEvaluationPaper } from '@/lib/assessment/read-evaluation-paper'
import { readSealed } from '@/lib/assessment/read-sealed'
import { readStatementPaper } from '@/lib/assessment/read-statement-paper'
import { handInReadings, recordReadings } from '@/lib/assessment/record-readings'
import { settleReading } from '@/lib/assessment/settle-reading'
import { signEvaluation } from '@/lib/assessment/sign-evaluation'
import { saveStatement, signOwnStatement } from '@/lib/assessment/state-evaluation'
import { verifyWithPacks } from '@/lib/commands/verify/run'
import { cityPack } from '@/lib/documents/pack/city-pack'
import { readFile } from '@/lib/evidence/read-file'
import { readLibrary } from '@/lib/evidence/read-library'
import { previewRestatement } from '@/lib/review/preview-restatement'
import { signingKey } from '@/lib/ledger/signing-key'
import { readCityPack } from '@/lib/review/read-city-pack'
import { readCityPage } from '@/lib/review/read-city'
import { readCityReport } from '@/lib/review/read-city-report'
import type { Narrative } from '@/lib/store/evaluation-population'
import { readingWording } from '@/lib/values'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import {
  assess,
  assignAll,
  makeMidTerm,
  manage,
  overrideOpen,
  readAll,
  ROUND,
  sign,
  takePhoto,
  visit,
} from '../support/evaluations'
import { pdf } from '../support/sample-files'
import { statementsOf } from '../support/statements'
import { approveRestatement } from '@/lib/restating/answer-request'
import { readRestatement } from '@/lib/restating/read-restatement'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { leadTo, life, makeWorld, outcomeOf, row, type World } from '../support/fixtures'

/** The code with which a deed is refused; 'done' when it is not. */
const refusalOf = (deed: Promise<unknown>) => outcomeOf(() => deed)

let world: World
let app: pg.Client
const lead = () => assess(people.leadAssessor, HOME)
const frozenOf = async (version: number) =>
  (await readSealed(authorize(people.mof, 'evaluation.read', HOME), ROUND, version)).frozen
const page = (who = people.cnipa) => readEvaluationPage(authorize(who, 'evaluation.read', HOME), ROUND)
const text = (said: string) => ({ achieved: said, deviations: said, nextSteps: said })
const stating = authorize(people.officer, 'evaluation.state', HOME)
const certifying = authorize(people.certifier, 'evaluation.sign', HOME)
/** The documents of a version that a person of the city, who seals or who assesses may have. */
const paper = (permit: Parameters<typeof readEvaluationPaper>[0], version = 1) =>
  readEvaluationPaper(permit, ROUND, version)
const reading = { indicator: 'model_universities', mark: '50', reason: 'seen' }

beforeAll(async () => {
  world = await makeWorld()
  app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  await life.prepare(people.officer, '2022Q2', [])
  await life.addRows(people.officer, '2022Q2', 'custody_smes', [
    row('甲'),
    { ...row('乙'), creditCode: '', noCodeReason: 'none' },
  ])
  await leadTo('accepted', people.officer, '2022Q2')
  await makeMidTerm([HOME, NEIGHBOUR])
})
afterAll(async () => {
  await app.end()
  await world.drop()
})

/** Rows of a table as the database shows them to a person under a scope, whatever a query asks. */
async function shown(
  who: { readonly id: string; readonly role: string },
  scope: string,
  city: string,
  table: string,
): Promise<number> {
  await app.query('BEGIN')
  try {
    await app.query(
      `SELECT set_config('app.scope', $1, true), set_config('app.city', $2, true), set_config('app.account', $3, true), set_config('app.role', $4, true)`,
      [scope, city, who.id, who.role],
    )
    const { rows } = await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
    return rows[0]?.n ?? 0
  } finally {
    await app.query('ROLLBACK')
  }
}

describe('a round', () => {
  const round = {
    kind: 'annual',
    title: 'annual',
    documentNumber: '',
    asOf: '2022Q2',
    opensOn: '2022-10-01',
    closesOn: '2022-10-31',
  }

  it('has a kind, a title, a quarter that has begun, and days that follow one another', async () => {
    const made = (change: object) => refusalOf(makeRound(manage(), { ...round, ...change }))
    expect(await made({ kind: 'weekly' })).toBe('choiceWrong')
    expect(await made({ title: ' ' })).toBe('roundTitleMissing')
    expect(await made({ asOf: '2023Q1' })).toBe('quarterWrong')
    expect(await made({ closesOn: '2022-09-30' })).toBe('dateWrong')
    expect(await refusalOf(openForCities(manage(), ROUND, []))).toBe('nobodyChosen')
  })

  it('is scored by the demonstration scheme while no document gives weights', async () => {
    const { inside, round: own } = await page()
    expect(own.schemeDecision).toBeNull()
    expect(inside?.inputs.scheme.documentNumber).toBeNull()
  })
})

describe('an assessor', () => {
  it('has one duty in a city, and nobody else has it in the same days', async () => {
    const permit = authorize(people.cnipa, 'evaluation.assign', HOME)
    const days = { fromDay: '2022-10-01', toDay: '2022-11-30' }
    const assigning = (assessor: string, duty: string, change = {}) =>
      refusalOf(assignAssessor(permit, ROUND, { assessor, duty, ...days, ...change }))
    expect(await assigning(people.cnipa.id, 'first')).toBe('assessorUnknown')
    expect(await assigning(people.assessor.id, 'first', { toDay: '2022-10-11' })).toBe('dateWrong')
    await assignAll(HOME)
    expect(await assigning(people.assessor.id, 'lead')).toBe('assessorOtherDuty')
    expect(await assigning(people.security.id, 'second')).toBe('assessorUnknown')
    await assignAll(NEIGHBOUR, '2022-10-20')
    await releaseAssessor(authorize(people.cnipa, 'evaluation.assign', NEIGHBOUR), ROUND, people.assessor.id)
    const second = { assessor: people.assessor.id, duty: 'first', fromDay: '2022-10-21', toDay: '2022-10-30' }
    await assignAssessor(authorize(people.cnipa, 'evaluation.assign', NEIGHBOUR), ROUND, second)
  })

  it('is refused a duty that another has then', async () => {
    await world.owner.query(
      `INSERT INTO account (id, login, name, role, password_hash, must_change_password, created_at)
       VALUES (gen_random_uuid(), 'fourth', 'fourth', 'assessor', 'none', false, chengji_now())`,
    )
    const { rows } = await world.owner.query<{ id: string }>(`SELECT id FROM account WHERE login = 'fourth'`)
    const fourth = { assessor: rows[0]?.id ?? '', duty: 'first', fromDay: '2022-11-30', toDay: '2022-12-31' }
    const permit = authorize(people.cnipa, 'evaluation.assign', HOME)
    expect(await refusalOf(assignAssessor(permit, ROUND, fourth))).toBe('assessorTaken')
  })

  it('sees the city in these days, and nothing of any other city or at any other time', async () => {
    const see = (city: string) => refusalOf(readCityPage(authorize(people.assessor, 'city.read', city)))
    expect(await see(HOME)).toBe('done')
    expect(await see(NEIGHBOUR)).toBe('notFound')
    expect(await see(FAR)).toBe('notFound')
    // Whoever is assigned to two cities is told of each by its own name.
    for (const city of [HOME, NEIGHBOUR])
      expect((await readEvaluationPage(assess(people.leadAssessor, city), ROUND)).city.code).toBe(city)
    expect(await refusalOf(Promise.resolve().then(() => authorize(people.assessor, 'dashboard.read')))).toBe(
      'notAllowed',
    )
    const tables = await world.owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'city' AND a.attnotnull`,
    )
    const everything = async (who: { readonly id: string; readonly role: string }, city: string) => {
      let sum = 0
      for (const { name } of tables.rows)
        if (name !== 'evaluation_assignment') sum += await shown(who, 'assessed', city, name)
      return sum
    }
    expect(await everything(people.assessor, HOME)).toBeGreaterThan(10)
    expect(await everything(people.assessor, NEIGHBOUR)).toBe(0)
    expect(await everything(people.officer, HOME)).toBe(0)
    expect(await shown(people.assessor, 'assessed', HOME, 'report_cell')).toBe(0)
    await world.setClock('2022-12-01T00:00:00+08:00')
    expect(await see(HOME)).toBe('notFound')
    expect(await everything(people.assessor, HOME)).toBe(0)
    await world.setClock('2022-10-12T09:00:00+08:00')
    const { assignments } = await readAssignments(authorize(people.assessor, 'assessment.list'))
    expect(assignments.map(({ city, isOpen }) => [city.code, isOpen])).toEqual([
      [HOME, true],
      [NEIGHBOUR, false],
    ])
  })
})

describe('the city’s own statement', () => {
  it('is written while the round is open, whole, and over no later wording', async () => {
    expect(await refusalOf(saveStatement(stating, ROUND, 0, { ...text('a'), deviations: ' ' }))).toBe(
      'statementEmpty',
    )
    expect(await refusalOf(signOwnStatement(certifying, ROUND, 0))).toBe('statementEmpty')
    await saveStatement(stating, ROUND, 0, text('a'))
    expect(await refusalOf(saveStatement(stating, ROUND, 0, text('b')))).toBe('statementChanged')
    await saveStatement(stating, ROUND, 1, text('b'))
    expect(await refusalOf(signOwnStatement(certifying, ROUND, 1))).toBe('statementChanged')
    await world.setClock('2022-12-01T00:00:00+08:00')
    expect(await refusalOf(saveStatement(stating, ROUND, 2, text('c')))).toBe('evaluationClosed')
    await world.setClock('2022-10-12T09:00:00+08:00')
  })

  it('is signed by another person than who wrote it, in the database too, and then stands', async () => {
    const asSigner = { ...people.officer, role: 'city_certifier' } as const
    const own = authorize(asSigner, 'evaluation.sign', HOME)
    expect(await refusalOf(signOwnStatement(own, ROUND, 2))).toBe('statementOwn')
    await signOwnStatement(certifying, ROUND, 2)
    expect(await refusalOf(saveStatement(stating, ROUND, 2, text('c')))).toBe('statementSigned')
    expect((await page(people.certifier)).statementSignature?.byName).toBe(people.certifier.name)
  })
})

describe('a visit', () => {
  const own = async (who = people.assessor) =>
    (await readEvaluationPage(assess(who, HOME), ROUND)).inside?.visits ?? []
  const open = (who: typeof people.assessor, file: string) =>
    refusalOf(readFile(authorize(who, 'file.read', HOME), file))

  it('is noted whole, by an assessor of the city, on a day that has been, with pictures of his or her own', async () => {
    const note = (change: object, who = people.assessor) => refusalOf(visit(who, HOME, change))
    expect(await note({ met: ' ' })).toBe('visitIncomplete')
    expect(await note({ visitedOn: '2022-10-13' })).toBe('dateWrong')
    expect(await note({ photos: [crypto.randomUUID()] })).toBe('fileUnknown')
    const paper = await takePhoto(people.assessor, HOME, 'minutes.pdf', pdf('minutes'))
    expect(await note({ photos: [paper] })).toBe('photoKind')
    const photo = await takePhoto(people.assessor, HOME)
    expect(await note({ photos: [photo] }, people.secondAssessor)).toBe('fileUnknown')
    expect(await note({ photos: Array.from({ length: 21 }, () => crypto.randomUUID()) })).toBe(
      'evidenceTooMany',
    )
    expect(await note({ photos: [photo] })).toBe('done')
    expect(await own()).toMatchObject([{ seq: 1, place: 'the centre', photos: [{ file: photo }] }])
  })

  it('is corrected by another wording with a reason, never on a wording that is no longer the last', async () => {
    const [first] = await own()
    const correct = (change: object, who = people.assessor) =>
      refusalOf(
        visit(who, HOME, { visit: first?.visit ?? '', shown: 1, reason: 'the wrong name', ...change }),
      )
    expect(await correct({ reason: '' })).toBe('reasonMissing')
    expect(await correct({}, people.leadAssessor)).toBe('visitChanged')
    expect(await correct({ met: 'the head of the centre' })).toBe('done')
    expect(await correct({ met: 'somebody' })).toBe('visitChanged')
    expect((await own()).map(({ seq, met, photos }) => [seq, met, photos.length])).toEqual([
      [1, 'its director', 1],
      [2, 'the head of the centre', 0],
    ])
  })

  it('is its writer’s alone until both readings are in, and so are its photographs', async () => {
    const file = (await own())[0]?.photos[0]?.file ?? ''
    expect(await open(people.assessor, file)).toBe('done')
    for (const who of [people.secondAssessor, people.leadAssessor, people.cnipa, people.officer])
      expect(await open(who, file)).toBe('notFound')
    expect([await own(people.secondAssessor), (await page()).inside?.visits]).toEqual([[], []])
    const library = await readLibrary(authorize(people.officer, 'draft.read', HOME))
    expect(library.files.map(({ purpose }) => purpose)).not.toContain('visit')
    expect([library.usedBytes, library.uploads]).toEqual([0, []])
  })
})

describe('two readings', () => {
  it('are marks of the rubric with a reason, by the two readers alone', async () => {
    const record = (who: typeof people.assessor, change = {}) =>
      refusalOf(recordReadings(assess(who, HOME), ROUND, [{ ...reading, ...change }]))
    expect(await record(people.assessor, { mark: '60' })).toBe('markWrong')
    expect(await record(people.assessor, { reason: '' })).toBe('readingReasonMissing')
    expect(await record(people.assessor, { indicator: 'pledge_amount' })).toBe('choiceWrong')
    expect(await record(people.leadAssessor)).toBe('dutyOther')
    expect(await record(people.assessor)).toBe('done')
    expect(await refusalOf(handInReadings(assess(people.assessor, HOME), ROUND))).toBe('readingsLacking')
  })

  it('are never written over unseen, and stay where a page left them alone', async () => {
    const record = (change: object) =>
      refusalOf(recordReadings(assess(people.assessor, HOME), ROUND, [{ ...reading, ...change }]))
    const last = async () => {
      const { inside } = await readEvaluationPage(assess(people.assessor, HOME), ROUND)
      return inside?.readings.find((each) => each.indicator === reading.indicator)?.reason
    }
    const shown = readingWording(reading.mark, reading.reason)
    expect(await record({ reason: 'said in another window', shown })).toBe('done')
    // This page still shows the first wording: left alone it changes nothing, changed it is refused.
    expect(await record({ shown })).toBe('done')
    expect(await last()).toBe('said in another window')
    expect(await record({ reason: 'said here', shown })).toBe('readingChanged')
    expect(
      await record({ mark: '', reason: '', shown: readingWording(reading.mark, 'said in another window') }),
    ).toBe('markWrong')
    expect(await last()).toBe('said in another window')
    expect(
      await record({ shown: readingWording(reading.mark, 'said in another window').replace('\n', '\r\n') }),
    ).toBe('done')
    expect(await last()).toBe(reading.reason)
  })

  it('know nothing of each other until both are in, whatever a query asks', async () => {
    await readAll(people.assessor, HOME, '75')
    await readAll(people.secondAssessor, HOME, '75', { model_universities: '50' })
    const see = (who: { readonly id: string; readonly role: string }, scope: string) =>
      shown(who, scope, HOME, 'evaluation_reading')
    const both = async () => [
      await see(people.assessor, 'assessed'),
      await see(people.secondAssessor, 'assessed'),
      await see(people.leadAssessor, 'assessed'),
      await see(people.cnipa, 'nation'),
      await see(people.officer, 'city'),
    ]
    // The first reader said one of the eight four times.
    expect(await both()).toEqual([11, 8, 0, 0, 0])
    await handInReadings(assess(people.assessor, HOME), ROUND)
    expect(await both()).toEqual([11, 8, 0, 0, 0])
    expect(
      (await readEvaluationPage(assess(people.secondAssessor, HOME), ROUND)).inside?.readings,
    ).toHaveLength(8)
    expect(await refusalOf(recordReadings(assess(people.assessor, HOME), ROUND, [reading]))).toBe(
      'readingsHandedIn',
    )
    expect(await refusalOf(settleReading(lead(), ROUND, reading))).toBe('readingsOpen')
    await handInReadings(assess(people.secondAssessor, HOME), ROUND)
    // The city, its province and everybody else wait for the seal.
    expect(await both()).toEqual([19, 19, 19, 19, 0])
  })

  it('are settled by a third where they differ, and there alone', async () => {
    const agreed = { ...reading, indicator: 'ip_trusteeship_platform' }
    expect(await refusalOf(settleReading(assess(people.assessor, HOME), ROUND, reading))).toBe('dutyOther')
    const { inside } = await page()
    expect(
      inside?.marks.filter(({ state }) => state === 'differs').map(({ indicator }) => indicator),
    ).toEqual(['model_universities'])
    const other = inside?.marks.find(({ state }) => state === 'agreed')?.indicator ?? agreed.indicator
    expect(await refusalOf(settleReading(lead(), ROUND, { ...reading, indicator: other }))).toBe(
      'nothingToSettle',
    )
    await settleReading(lead(), ROUND, reading)
    expect((await page()).inside?.stillOpen).toEqual(['results'])
  })
})

describe('what both readers handed in', () => {
  it('opens visits to assessors and to those who seal, and to nobody else yet', async () => {
    const file = (await page()).inside?.visits[0]?.photos[0]?.file ?? ''
    const open = (who: typeof people.assessor) => refusalOf(readFile(authorize(who, 'file.read', HOME), file))
    const told = [people.secondAssessor, people.mof]
    const others = [people.officer, people.province, people.finance]
    for (const who of told) expect(await open(who)).toBe('done')
    for (const who of others) expect(await open(who)).toBe('notFound')
    const tables = ['reading', 'override', 'sample', 'settlement', 'visit'].map(
      (name) => `evaluation_${name}`,
    )
    for (const table of tables) expect(await shown(people.officer, 'city', HOME, table)).toBe(0)
  })

  it('is read in two statements', async () => {
    expect(await statementsOf(() => page())).toHaveLength(2)
  })
})

describe('the score sheet', () => {
  it('holds what the rules give until the lead says otherwise, with a reason', async () => {
    const over = (change: object) =>
      refusalOf(
        overrideResult(lead(), ROUND, {
          indicator: 'pledge_amount',
          percent: '60',
          reason: 'late figures',
          ...change,
        }),
      )
    expect(await over({ percent: '100.01' })).toBe('overrideWrong')
    expect(await over({ reason: '' })).toBe('reasonMissing')
    expect(await over({ indicator: 'model_universities' })).toBe('choiceWrong')
    expect(await over({})).toBe('done')
    const line = async () =>
      (await page()).inside?.sheet.lines.find(({ indicator }) => indicator === 'pledge_amount')
    expect(await line()).toMatchObject({ given: null, share: '0.6', points: '3.6', overridden: true })
    expect(await over({ percent: '' })).toBe('done')
    expect(await line()).toMatchObject({ share: null, overridden: false })
  })

  it('rests on a sample that is drawn once, by a seed that anybody can draw by again', async () => {
    const draw = (change = {}) =>
      refusalOf(drawEvidence(lead(), ROUND, { seed: '3-14-15', size: '1', confirmed: true, ...change }))
    expect(await draw({ seed: '' })).toBe('seedMissing')
    expect(await draw({ size: '0' })).toBe('sampleWrong')
    expect(await draw({ confirmed: false })).toBe('sampleUnconfirmed')
    expect(await draw()).toBe('done')
    expect(await draw({ seed: 'another' })).toBe('sampleDrawn')
    const sample = (await page()).inside?.sample
    expect(sample).toMatchObject({ seed: '3-14-15', size: 1, isSame: true })
    expect(JSON.parse(sample?.population ?? '')).toHaveLength(2)
    expect(sample?.items).toHaveLength(1)
    expect(
      await refusalOf(
        drawEvidence(assess(people.assessor, HOME), ROUND, { seed: '1', size: '1', confirmed: true }),
      ),
    ).toBe('dutyOther')
  })
})

describe('a seal', () => {
  it('needs everything settled, and two people under the same facts', async () => {
    const sealing = authorize(people.cnipa, 'evaluation.seal', HOME)
    expect(await refusalOf(signEvaluation(sealing, ROUND, ''))).toBe('evaluationOpen')
    await overrideOpen(HOME, '50')
    // What its documents say before the seal is a draft, for those alone who see the sheet.
    for (const permit of [authorize(people.cnipa, 'evaluation.read', HOME), lead()])
      expect((await paper(permit)).seal).toBeNull()
    expect(await refusalOf(paper(authorize(people.officer, 'evaluation.read', HOME)))).toBe('notFound')
    expect(await refusalOf(paper(authorize(people.cnipa, 'evaluation.read', HOME), 2))).toBe('notFound')
    const own = await readStatementPaper(authorize(people.officer, 'evaluation.read', HOME), ROUND, 1)
    expect(own).toMatchObject({ statement: { achieved: 'b' }, signature: { byName: people.certifier.name } })
    expect(own).not.toHaveProperty('marks')
    expect(await refusalOf(signEvaluation(sealing, ROUND, 'something else'))).toBe('evaluationChanged')
    expect(await sign(people.cnipa, HOME)).toBe('first')
    expect(await refusalOf(sign(people.cnipa, HOME))).toBe('sealSame')
    // What was signed is no longer what there is: whoever signs now is the first again.
    await overrideResult(lead(), ROUND, { indicator: 'pledge_amount', percent: '75', reason: 'seen again' })
    expect(await sign(people.mof, HOME)).toBe('first')
    expect(await sign(people.cnipa, HOME)).toBe('sealed')
  })

  it('is refused by the database to one person twice, and under another digest', async () => {
    const { rows } = await world.owner.query<{ row: object }>(
      'SELECT to_jsonb(s) AS row FROM evaluation_seal s',
    )
    const sealed = rows[0]?.row as Record<string, unknown>
    const refused = async (change: object, who = people.cnipa) => {
      await app.query('BEGIN')
      try {
        await app.query(
          `SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true), set_config('app.account', $2, true)`,
          [HOME, who.id],
        )
        await app.query(
          'INSERT INTO evaluation_seal SELECT * FROM jsonb_populate_record(NULL::evaluation_seal, $1)',
          [JSON.stringify({ ...sealed, ...change })],
        )
        return 'done'
      } catch (error) {
        return error instanceof pg.DatabaseError ? error.code : String(error)
      } finally {
        await app.query('ROLLBACK')
      }
    }
    expect(await refused({ second_signer: sealed.first_signer }, people.mof)).toBe('23514')
    expect(await refused({ demonstration: false })).toBe('23514')
    expect(await refused({ snapshot: '{}' })).toBe('23514')
    expect(await refused({ version: 2 })).toBe('42501')
  })

  it('keeps what it rests on, which gives the same score again', async () => {
    const sealed = await readSealed(authorize(people.officer, 'evaluation.read', HOME), ROUND, 1)
    expect(sealed.recheck).toEqual({ isIntact: true, score: sealed.seal.score, isSame: true })
    expect(sealed.seal).toMatchObject({
      demonstration: true,
      firstSignerName: people.mof.name,
      secondSignerName: people.cnipa.name,
    })
    expect(sealed.frozen.readings).toHaveLength(16)
    expect(sealed.frozen.inputs.facts.custody_smes?.['2022Q2']).toMatchObject({ value: '2', version: 1 })
    expect(sealed.frozen.statement?.achieved).toBe('b')
    expect(sealed.frozen.visits?.map(({ seq, photos }) => [seq, photos.length])).toEqual([
      [1, 1],
      [2, 0],
    ])
    expect(sealed.sample).toMatchObject({ seed: '3-14-15', isSame: true, items: [{ kind: 'row' }] })
    const told = await paper(authorize(people.officer, 'evaluation.read', HOME))
    expect(told.seal).toEqual(sealed.seal)
    expect(told.frozen).toEqual(sealed.frozen)
    expect(told.sample?.items).toEqual([expect.objectContaining({ indicator: 'custody_smes' })])
    expect(told.restatements).toEqual([])
  })

  it('shows the city and everybody who may read it what was assessed, photographs too', async () => {
    const tables = ['reading', 'override', 'sample', 'settlement', 'visit'].map(
      (name) => `evaluation_${name}`,
    )
    for (const table of tables) expect(await shown(people.officer, 'city', HOME, table)).toBeGreaterThan(0)
    const sealed = await readSealed(authorize(people.officer, 'evaluation.read', HOME), ROUND, 1)
    const file = sealed.frozen.visits?.[0]?.photos[0]?.file ?? ''
    for (const who of [people.officer, people.province, people.finance])
      expect(await refusalOf(readFile(authorize(who, 'file.read', HOME), file))).toBe('done')
  })

  it('goes into the evidence pack, where a stranger works every verdict and the score out again', async () => {
    const permit = authorize(people.officer, 'report.read', HOME)
    const { seal } = await readSealed(authorize(people.officer, 'evaluation.read', HOME), ROUND, 1)
    const packed = async () =>
      cityPack({
        asOf: '2022Q2',
        pack: await readCityPack(permit, '2022Q2'),
        report: await readCityReport(permit, '2022Q2'),
        documents: [],
        demonstration: false,
        key: signingKey('a secret of the portal that is long enough'),
      })
    const pack = await packed()
    const { status, out, err } = await verifyWithPacks(['pack.zip'], () => pack, 'en')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(
      `Sealed evaluation · city ${HOME} · score ${seal.score} · verdicts worked out again: 19`,
    )
    expect(out).toContain('and 1 sealed evaluations against the digests in the ledger')
    // The same pack for whoever else may read the report: nothing in it depends on who asks.
    const reviewers = authorize(people.cnipa, 'report.read', HOME)
    expect((await readCityPack(reviewers, '2022Q2')).sealed).toEqual(
      (await readCityPack(permit, '2022Q2')).sealed,
    )
  })

  it('is among what a correction of a figure it rests on would reach, before and after', async () => {
    const { seal } = await readSealed(authorize(people.officer, 'evaluation.read', HOME), ROUND, 1)
    const effects = async (indicator: string) =>
      (
        await previewRestatement(authorize(people.cnipa, 'restatement.preview', HOME), {
          period: '2022Q2',
          indicator,
          typed: '1',
        })
      ).effects
    const scores = (await effects('custody_smes'))?.scores ?? []
    expect(scores.map(({ before }) => before.total)).toEqual([seal.score])
    expect(Number(scores[0]?.after.total)).toBeLessThan(Number(seal.score))
    // What it does not rest on concerns it no more than anybody.
    expect((await effects('pledge_amount'))?.scores ?? []).toEqual([])
  })

  it('lets nothing in the version change any more', async () => {
    const again = { indicator: 'pledge_amount', percent: '1', reason: 'late' }
    expect(await refusalOf(overrideResult(lead(), ROUND, again))).toBe('evaluationSealed')
    expect(await refusalOf(recordReadings(assess(people.assessor, HOME), ROUND, [reading]))).toBe(
      'evaluationSealed',
    )
    expect(await refusalOf(visit(people.assessor, HOME))).toBe('evaluationSealed')
    const { rows } = await world.owner.query<{ round: string }>('SELECT round FROM evaluation_seal')
    await expect(
      world.owner.query(
        `INSERT INTO evaluation_override VALUES ($1, $2, 1, 'pledge_amount', 9, 1, 'late', $3, '', chengji_now())`,
        [HOME, rows[0]?.round, people.leadAssessor.id],
      ),
    ).rejects.toMatchObject({ code: 'CJ004' })
  })

  it('stays readable beside a new version, which begins with a reason and nothing read', async () => {
    const opening = authorize(people.mof, 'evaluation.open', HOME)
    expect(await refusalOf(reopenEvaluation(opening, ROUND, ''))).toBe('reasonMissing')
    await reopenEvaluation(opening, ROUND, 'a figure was restated')
    expect(await refusalOf(reopenEvaluation(opening, ROUND, 'again'))).toBe('evaluationUnsealed')
    const { version, isSealed, inside, record } = await page()
    expect({ version, isSealed, read: inside?.readings.length }).toEqual({
      version: 2,
      isSealed: false,
      read: 0,
    })
    expect(record.seals.map((seal) => seal.version)).toEqual([1])
    // Offered again where nothing changed under it, and said again by nobody yet.
    const { carried, inputs } = inside ?? {}
    expect(carried).toMatchObject({ version: 1, settlements: [{ indicator: 'model_universities' }] })
    expect(carried?.readings).toHaveLength(16)
    expect(carried?.overrides.map(({ indicator }) => indicator)).toContain('pledge_amount')
    const sealed = JSON.stringify(await frozenOf(1))
    const { narratives } = JSON.parse(sealed) as { narratives: Narrative[] }
    const others = carriedOver(
      sealed,
      { ...inputs?.facts, pledge_amount: { '2022Q2': { value: '1', version: 2, acceptedAt: '' } } },
      narratives.map((each) => (each.indicator === 'model_universities' ? { ...each, text: 'more' } : each)),
    )
    expect(others.overrides.map(({ indicator }) => indicator)).not.toContain('pledge_amount')
    expect([others.readings.length, others.settlements]).toEqual([14, []])
    expect(
      (await readSealed(authorize(people.cnipa, 'evaluation.read', HOME), ROUND, 1)).recheck.isSame,
    ).toBe(true)
    expect(
      await refusalOf(
        drawEvidence(assess(people.leadAssessor, NEIGHBOUR), ROUND, {
          seed: '1',
          size: '1',
          confirmed: true,
        }),
      ),
    ).toBe('sampleEmpty')
  })

  it('has beside its self-evaluation what the city had written then, whatever is corrected later', async () => {
    await world.setClock('2022-10-12T10:00:00+08:00')
    await requestRestatement(authorize(people.officer, 'restatement.request', HOME), '2022Q2', {
      ...{ baseVersion: 1, reasonCode: 'clerical', reason: 'typed wrongly' },
      correction: {
        figures: [{ indicator: 'pledge_amount', part: '', text: '1750' }],
        withdrawn: [],
        added: [],
      },
    })
    const { effectsHash } = await readRestatement(authorize(people.cnipa, 'report.read', HOME), 1)
    await approveRestatement(authorize(people.cnipa, 'restatement.decide', HOME), 1, effectsHash ?? '', '')
    const { narratives } = await readStatementPaper(
      authorize(people.officer, 'evaluation.read', HOME),
      ROUND,
      1,
    )
    expect(narratives.model_universities).toMatchObject({ quarter: '2022Q2', version: 1 })
  })

  it('is of one city: no other finds it, and none sees an open sheet', async () => {
    const theirs = authorize(people.neighbourOfficer, 'evaluation.read', NEIGHBOUR)
    expect(await refusalOf(readSealed(theirs, ROUND, 1))).toBe('notFound')
    expect((await readEvaluationPage(theirs, ROUND)).inside).toBeNull()
    expect((await page(people.officer)).inside).toBeNull()
  })
})
