import { describe, expect, it } from 'vitest'
import {
  checks,
  judge,
  rehearseChecks,
  rehearseVerdicts,
  effectsOfFacts,
  restatementEffects,
  usualBounds,
  checkOwnTarget,
  type Check,
  type Facts,
  type IndicatorFacts,
  type ScoringScheme,
} from '@/lib/rules'
import { indicatorCodes } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import { figures, threeYears } from './figures'

const city = (name: string, facts: Facts) => ({ city: name, facts, configuration: threeYears })

describe('rehearsing a change of reading', () => {
  // 1000 → 1728 is exactly 20 % a year over three years; over two years it is more.
  const exact = city('A', {
    transfers_licenses: figures({ '2019': 1000, '2020': 1200, '2021': 1440, '2022': 1728 }),
  })
  const short = city('B', {
    transfers_licenses: figures({ '2019': 1000, '2020': 1200, '2021': 1440, '2022': 1727 }),
  })

  it('names who would change verdict under base year 2020, and nobody else', () => {
    const changes = rehearseVerdicts(
      [exact, short],
      (one) => ({ ...one, configuration: { baseYear: 2020, intervals: 2 } }),
      ['2022Q4'],
    )
    // 1200 · 1.2² = 1728: the same end, so neither city changes.
    expect(changes).toEqual([])
    const longer = rehearseVerdicts(
      [exact, short],
      (one) => ({ ...one, configuration: { baseYear: 2019, intervals: 2 } }),
      ['2022Q4'],
    )
    expect(longer.map((change) => [change.city, change.before?.code, change.after?.code])).toEqual([
      ['B', 'short', 'met'],
    ])
  })

  it('shows the numbers on both sides of a changed parameter', () => {
    const changes = rehearseVerdicts(
      [{ ...exact, targets: { transfers_licenses: { target: '20' } } }],
      (one) => ({ ...one, targets: { transfers_licenses: { target: '25' } } }),
      ['2022Q4', '2021Q4'],
    )
    expect(changes).toMatchObject([
      {
        city: 'A',
        indicator: 'transfers_licenses',
        asOf: '2022Q4',
        against: 'target',
        before: { code: 'met', actual: '1728', required: '1728' },
        after: { code: 'short', actual: '1728', required: '1953.125' },
      },
      {
        asOf: '2021Q4',
        before: { code: 'onPace', required: '1440', explanation: null },
        after: { code: 'behindPace', required: '1562.5', explanation: null },
      },
    ])
    // Each side brings the explanation of the run that decided it.
    const [parameters] = changes.map(({ before, after }) =>
      [before, after].map((side) =>
        side?.explanation?.parameters.map(({ code, value }) => `${code} ${value}`),
      ),
    )
    expect(parameters).toEqual([['target 20'], ['target 25']])
    // What other readings would say is not part of a rehearsal.
    const readings = changes.map(({ before, after }) =>
      [before, after].map((side) => side?.explanation?.alternatives),
    )
    expect(readings[0]).toEqual([[], []])
  })

  it('names a target that would newly be judged, and one that no longer would, apart from the floor', () => {
    const targeted = { ...exact, targets: { transfers_licenses: { target: '20' } } }
    expect(rehearseVerdicts([exact], () => targeted, ['2022Q4'])).toMatchObject([
      { against: 'target', before: null, after: { code: 'met' } },
    ])
    expect(rehearseVerdicts([targeted], () => exact, ['2022Q4'])).toMatchObject([
      { against: 'target', before: { code: 'met' }, after: null },
    ])
  })

  it('keeps what else a city is judged by: a restated base stays not computable on both sides', () => {
    const restated = { ...exact, options: { transfers_licenses: { notComputable: 'restatedBase' } } } as const
    const shorter = { ...restated, configuration: { baseYear: 2019, intervals: 2 } }
    expect(rehearseVerdicts([restated], () => shorter, ['2022Q4'])).toEqual([])
  })

  it('follows a decision that a base is not comparable, in the quarter it is about and in no other', () => {
    const decided = { ...exact, incomparable: { '2022Q4': { transfers_licenses: 'unitChanged' } } } as const
    const changes = rehearseVerdicts([exact], () => decided, ['2021Q4', '2022Q4'])
    expect(changes).toMatchObject([
      { asOf: '2022Q4', before: { code: 'met' }, after: { code: 'notComputable', required: null } },
    ])
  })

  it('that changes nothing, changes nothing', () => {
    expect(rehearseVerdicts([exact, short], (one) => one, ['2022Q4'])).toEqual([])
  })
})

describe('rehearsing a check', () => {
  const report = {
    period: '2022Q2',
    cells: [{ indicator: 'pledge_amount', part: '', content: { state: 'figure', value: '9000' } }],
    history: {
      pledge_amount: figures({
        '2020Q4': 100,
        '2021Q1': 110,
        '2021Q2': 120,
        '2021Q3': 130,
        '2021Q4': 140,
        '2022Q1': 150,
      }),
    },
  } as const
  const jump = checks.filter(({ code }) => code === 'jump')
  const hardFrom = (quarter: Check['hardFrom']): Check[] =>
    jump.map((check) => ({ ...check, severity: 'hard', ...(quarter && { hardFrom: quarter }) }))

  it('says which open reports a new check would meet', () => {
    expect(rehearseChecks([{ city: 'A', report }], [], jump)).toEqual([
      { city: 'A', period: '2022Q2', check: 'jump', indicator: 'pledge_amount', from: 'nothing', to: 'soft' },
    ])
  })

  it('says which a harder check would newly stop, from the quarter it is hard on', () => {
    expect(rehearseChecks([{ city: 'A', report }], jump, hardFrom('2022Q2'))).toMatchObject([
      { from: 'soft', to: 'hard' },
    ])
    expect(rehearseChecks([{ city: 'A', report }], jump, hardFrom('2022Q3'))).toEqual([])
  })

  it('says which a closer bound would meet: 420 is under three times the greatest, 150, and over twice', () => {
    const of420 = {
      ...report,
      cells: [{ indicator: 'pledge_amount', part: '', content: { state: 'figure', value: '420' } }],
    } as const
    const within = (times: string) =>
      jump.map((check) => ({ ...check, bounds: { ...usualBounds, jump: times } }))
    expect(rehearseChecks([{ city: 'A', report: of420 }], jump, within('2.8'))).toEqual([])
    expect(rehearseChecks([{ city: 'A', report: of420 }], jump, within('2.79'))).toMatchObject([
      { check: 'jump', from: 'nothing', to: 'soft' },
    ])
  })

  it('says which reports would be asked on which basis a figure stands, were its base decided not to be comparable', () => {
    const across = checks.filter(({ code }) => code === 'growthAcrossBases')
    const later = { ...report, incomparable: { pledge_amount: 'restatedBase' } } as const
    expect(rehearseChecks([{ city: 'A', report, later }], across, across)).toEqual([
      {
        city: 'A',
        period: '2022Q2',
        check: 'growthAcrossBases',
        indicator: 'pledge_amount',
        from: 'nothing',
        to: 'soft',
      },
    ])
    expect(rehearseChecks([{ city: 'A', report: later }], across, across)).toEqual([])
    expect(rehearseChecks([{ city: 'A', report: later, later: report }], across, across)).toEqual([])
  })

  it('says nothing of a check that stays, or that is taken away', () => {
    expect(rehearseChecks([{ city: 'A', report }], jump, jump)).toEqual([])
    expect(rehearseChecks([{ city: 'A', report }], jump, [])).toEqual([])
    expect(rehearseChecks([{ city: 'A', report }], hardFrom('2022Q2'), hardFrom('2022Q1'))).toEqual([])
    expect(rehearseChecks([{ city: 'A', report }], hardFrom('2022Q2'), jump)).toEqual([])
  })
})

describe('a restatement', () => {
  const facts = figures({
    '2019': 1000,
    '2020': 1200,
    '2021': 1440,
    '2022Q1': 400,
    '2022Q2': 400,
    '2022Q3': 400,
    '2022Q4': 528,
  })
  const code = 'transfers_licenses'
  const nothing = { verdicts: [], scores: [], documents: [], payments: [] }
  const issued = (asOf: Quarter, options = {}) => judge(code, facts, threeYears, asOf, options)
  const all = () => [issued('2021Q4'), issued('2022Q2'), issued('2022Q4')]
  const of = (period: Period, value: string | null, verdicts = all()) =>
    restatementEffects(facts, { indicator: code, period, value }, { ...nothing, verdicts }).verdicts

  it('of 2022Q4 from 528 to 527 turns the verdict at the end from met to short, and no earlier one', () => {
    const effects = of('2022Q4', '527')
    expect(effects.map(({ asOf, before, after, change }) => [asOf, before.code, after.code, change])).toEqual(
      [['2022Q4', 'met', 'short', 'verdict']],
    )
    expect(effects[0]?.after).toMatchObject({
      against: 'floor',
      actual: '1727',
      required: '1728',
      gap: '-1',
    })
  })

  it('of the base year reaches every verdict on growth', () => {
    expect(of('2019', '1100').map(({ asOf, change }) => [asOf, change])).toEqual([
      ['2021Q4', 'verdict'],
      ['2022Q2', 'numbers'],
      ['2022Q4', 'verdict'],
    ])
  })

  it('is followed against the own target as well, by the standard and the base year it was issued with', () => {
    const onTarget = issued('2022Q4', { target: '30' })
    const shortSpan = judge(code, facts, { baseYear: 2020, intervals: 2 }, '2022Q4')
    const effects = of('2022Q4', '2000', [issued('2022Q4'), onTarget, shortSpan])
    expect(
      effects.map(({ against, before, after, change }) => [against, before.code, after.code, change]),
    ).toEqual([
      ['floor', 'met', 'met', 'numbers'],
      ['target', 'short', 'met', 'verdict'],
      ['floor', 'met', 'met', 'numbers'],
    ])
    expect(effects[1]?.after.required).toBe('2197')
    expect(effects[2]?.after.required).toBe('1728')
  })

  it('of a figure that only another reading looks at is told, and changes nothing', () => {
    expect(of('2020', '1300').map(({ asOf, change }) => [asOf, change])).toEqual([
      ['2021Q4', 'nothing'],
      ['2022Q2', 'nothing'],
      ['2022Q4', 'nothing'],
    ])
  })

  it('of a quarter of a flow moves no other quarter: 401 for 400 in 2022Q1 makes 1729', () => {
    expect(of('2022Q1', '401').map(({ asOf, after }) => [asOf, after.actual])).toEqual([
      ['2022Q2', '801'],
      ['2022Q4', '1729'],
    ])
  })

  it('leaves version and day of acceptance of what it does not correct, and the day of the target', () => {
    const acceptedAt = '2020-02-01T02:00:00Z'
    const dated = { ...facts, '2019': { value: '1000', version: 2, acceptedAt } }
    const verdict = judge(code, dated, threeYears, '2022Q4', { target: '30', targetSince: '2021-05-01' })
    const [effect] = restatementEffects(
      dated,
      { indicator: code, period: '2022Q4', value: '527' },
      { ...nothing, verdicts: [verdict] },
    ).verdicts
    expect(effect?.explanation.inputs[0]).toEqual({ period: '2019', value: '1000', version: 2, acceptedAt })
    expect(effect?.explanation.parameters).toEqual(verdict.explanation.parameters)
    expect(effect?.explanation.parameters[0]).toMatchObject({ code: 'target', since: '2021-05-01' })
  })

  it('reaches no verdict whose base is decided not to be comparable, as that looked at no figure', () => {
    expect(of('2022Q4', '527', [issued('2022Q4', { notComputable: 'restatedBase' })])).toEqual([])
  })

  it('that takes a figure away leaves its verdicts without one, and one that was missing gives it', () => {
    expect(of('2022Q4', null)[0]?.after).toMatchObject({ code: 'figuresMissing', missing: ['2022Q4'] })
    const unknown = { ...facts, '2022Q4': { value: null } }
    const without = judge(code, unknown, threeYears, '2022Q4')
    const effects = restatementEffects(
      unknown,
      { indicator: code, period: '2022Q4', value: '528' },
      { ...nothing, verdicts: [without] },
    )
    expect(effects.verdicts.map(({ before, after }) => [before.code, after.code])).toEqual([
      ['figuresMissing', 'met'],
    ])
  })

  it('to the same number, or of a figure nobody relied on, concerns nobody', () => {
    expect(of('2022Q4', '528.0')).toEqual([])
    expect(of('2018', '5')).toEqual([])
    const unknown = { ...facts, '2022Q4': { value: null } }
    expect(
      restatementEffects(
        unknown,
        { indicator: code, period: '2022Q4', value: null },
        { ...nothing, verdicts: [judge(code, unknown, threeYears, '2022Q4')] },
      ).verdicts,
    ).toEqual([])
    expect(restatementEffects(facts, { indicator: code, period: '2019', value: '9' }, nothing)).toEqual(
      nothing,
    )
    const other = judge('pledge_amount', facts, threeYears, '2022Q4')
    expect(of('2019', '9', [other])).toEqual([])
  })

  it('leaves figures that were accepted after a verdict out of it', () => {
    const early = judge(code, { ...facts, '2022Q3': { value: '1' } }, threeYears, '2022Q4')
    const [effect] = of('2022Q4', '529', [early])
    expect(effect?.after.actual).toBe('1330')
  })

  it('of a cumulative count moves what is known of later quarters by the same difference', () => {
    const counted = figures({ '2022Q1': 140, '2022Q2': 190, '2022Q3': 201 })
    const verdicts = (['2022Q1', '2022Q3'] as const).map((asOf) =>
      judge('certified_entities', counted, threeYears, asOf),
    )
    const effects = (value: string) =>
      restatementEffects(
        counted,
        { indicator: 'certified_entities', period: '2022Q2', value },
        { ...nothing, verdicts },
      ).verdicts
    expect(effects('188').map(({ asOf, after, change }) => [asOf, after.code, after.actual, change])).toEqual(
      [['2022Q3', 'onPace', '199', 'verdict']],
    )
    expect(effects('189')[0]).toMatchObject({ change: 'numbers', after: { code: 'met', actual: '200' } })
  })

  it('of a count to none, from none or below zero leaves the later quarters or takes them to zero', () => {
    const counted = figures({ '2022Q1': 140, '2022Q2': null, '2022Q3': 201 })
    const verdicts = (['2022Q1', '2022Q2', '2022Q3'] as const).map((asOf) =>
      judge('certified_entities', counted, threeYears, asOf),
    )
    const effects = (period: Period, value: string | null, values: IndicatorFacts = counted) =>
      restatementEffects(
        values,
        { indicator: 'certified_entities', period, value },
        { ...nothing, verdicts },
      ).verdicts.map(({ asOf, after }) => [asOf, after.actual])
    expect(effects('2022Q1', null)).toEqual([
      ['2022Q1', null],
      ['2022Q2', null],
      ['2022Q3', '201'],
    ])
    expect(effects('2022Q2', '150')).toEqual([['2022Q2', '150']])
    expect(effects('2022Q1', '141')).toEqual([
      ['2022Q1', '141'],
      ['2022Q2', null],
      ['2022Q3', '202'],
    ])
  })

  it('of rows moves each quarter of a count by what it moves the count of today, not below zero', () => {
    const issuedOn = (values: Parameters<typeof figures>[0], asOf: Quarter) =>
      judge('certified_entities', figures(values), threeYears, asOf)
    const before = figures({ '2022Q1': 5, '2022Q2': 190, '2022Q3': 201, '2022Q4': 210 })
    const after = {
      ...before,
      '2022Q1': { value: '2' },
      '2022Q2': { value: '188', version: 3, acceptedAt: '2022-11-01T02:00:00Z' },
      '2022Q3': { value: '199' },
      '2022Q4': { value: '210.0' },
    }
    const effects = (verdict: ReturnType<typeof issuedOn>, corrected: IndicatorFacts = after) =>
      effectsOfFacts(
        { certified_entities: before },
        { certified_entities: corrected },
        { ...nothing, verdicts: [verdict] },
      ).verdicts
    // It had 195 and 201 then; 2 fewer are 193 and 199.
    const [third] = effects(issuedOn({ '2022Q2': 195, '2022Q3': 201 }, '2022Q3'))
    expect(third).toMatchObject({ change: 'verdict', before: { code: 'met' }, after: { actual: '199' } })
    const [second] = effects(issuedOn({ '2022Q2': 195 }, '2022Q2'))
    expect(second).toMatchObject({ change: 'numbers', after: { actual: '193' } })
    expect(second?.explanation.inputs.find(({ period }) => period === '2022Q2')).toEqual({
      period: '2022Q2',
      value: '193',
      version: 3,
      acceptedAt: '2022-11-01T02:00:00Z',
    })
    expect(effects(issuedOn({ '2022Q1': 1 }, '2022Q1'))[0]?.after.actual).toBe('0')
    expect(effects(issuedOn({ '2022Q1': 4 }, '2022Q1'))[0]?.after.actual).toBe('1')
    // What was not known then, or is not known any more, is as it is now.
    expect(effects(issuedOn({ '2022Q2': null }, '2022Q2'))[0]?.after.actual).toBe('188')
    const unknown = { ...after, '2022Q2': { value: null } }
    expect(effects(issuedOn({ '2022Q2': 195 }, '2022Q2'), unknown)[0]?.after.missing).toEqual(['2022Q2'])
    const first = { ...before, '2021Q4': { value: '7' } }
    expect(effects(issuedOn({ '2021Q4': 3 }, '2021Q4'), first)[0]?.after.actual).toBe('7')
    // The same number otherwise written corrects nothing.
    const unchanged = issuedOn({ '2022Q4': 210 }, '2022Q4')
    expect(effects(unchanged, { ...before, '2022Q4': { value: '210.0' } })).toEqual([])
  })

  it('of rows leaves what it does not touch as each verdict had it', () => {
    const early = judge(code, { ...facts, '2022Q3': { value: '1' } }, threeYears, '2022Q4')
    const corrected = { ...facts, '2022Q4': { value: '529' } }
    const effects = effectsOfFacts(
      { [code]: facts },
      { [code]: corrected },
      { ...nothing, verdicts: [early] },
    ).verdicts
    expect(effects[0]?.after.actual).toBe('1330')
    // A count of which a quarter is taken away altogether.
    const counted = figures({ '2022Q1': 140, '2022Q2': 190 })
    const verdicts = [judge('certified_entities', counted, threeYears, '2022Q2')]
    const without = effectsOfFacts(
      { certified_entities: counted },
      { certified_entities: figures({ '2022Q1': 140 }) },
      {
        ...nothing,
        verdicts,
      },
    )
    expect(without.verdicts[0]?.after).toMatchObject({ code: 'figuresMissing', missing: ['2022Q2'] })
  })

  it('of a year of which only the year is known concerns whoever used the year, and changes nothing while it stands', () => {
    expect(of('2021Q1', '5').map(({ asOf, change }) => [asOf, change])).toEqual([
      ['2021Q4', 'nothing'],
      ['2022Q4', 'nothing'],
    ])
  })

  it('of all figures of a yearly flow puts the corrected ones in the place of those it was issued on', () => {
    const corrected = { ...facts, '2022Q4': { value: '527' }, '2021': { value: '1500' } }
    const effects = effectsOfFacts(
      { [code]: facts },
      { [code]: corrected },
      { ...nothing, verdicts: all() },
    ).verdicts
    expect(effects.map(({ asOf, after, change }) => [asOf, after.actual, change])).toEqual([
      ['2021Q4', '1500', 'numbers'],
      ['2022Q4', '1727', 'verdict'],
    ])
    // Whatever was in their place: 1 and the 1200 of the other three quarters were 1201.
    const early = judge(code, { ...facts, '2022Q4': { value: '1' } }, threeYears, '2022Q4')
    const [effect] = effectsOfFacts(
      { [code]: facts },
      { [code]: corrected },
      { ...nothing, verdicts: [early] },
    ).verdicts
    expect([effect?.before.actual, effect?.after.actual]).toEqual(['1201', '1727'])
  })

  it('is followed from the verdict into the sealed score, the documents that state either, and the payment', () => {
    const weights = Object.fromEntries(indicatorCodes.map((each) => [each, each === code ? '100' : '0']))
    const scheme = { documentNumber: '测1号', method: 'allOrNothing', weights } as ScoringScheme
    const bands = {
      documentNumber: '测2号',
      bands: [
        { from: '0', amount: '0' },
        { from: '60', amount: '5000' },
      ],
    }
    const verdicts = [issued('2022Q4'), issued('2022Q4', { target: '30' })]
    const sealed = { scheme, marks: {}, overrides: {}, judgements: [issued('2022Q4')] }
    const cited = { indicator: code, asOf: '2022Q4', against: 'floor' } as const
    const effects = restatementEffects(
      facts,
      { indicator: code, period: '2022Q4', value: '527' },
      {
        verdicts,
        scores: [
          { id: 's', ...sealed },
          { id: 'overridden by a person', ...sealed, overrides: { [code]: '50' } },
          { id: 'of another quarter', ...sealed, judgements: [issued('2021Q4')] },
          {
            id: 'of two, one of them this',
            ...sealed,
            judgements: [judge('custody_smes', {}, threeYears, '2022Q4'), ...sealed.judgements],
          },
        ],
        documents: [
          { id: 'states the verdict', verdicts: [cited], scores: [] },
          { id: 'states the score', verdicts: [], scores: ['s'] },
          { id: 'states another', verdicts: [{ ...cited, asOf: '2020Q4' }], scores: ['t'] },
          { id: 'states another result', verdicts: [{ ...cited, indicator: 'pledge_amount' }], scores: [] },
          { id: 'states another quarter', verdicts: [{ ...cited, asOf: '2022Q3' }], scores: [] },
          { id: 'states two', verdicts: [{ ...cited, asOf: '2022Q3' }, cited], scores: [] },
          { id: 'states two scores', verdicts: [], scores: ['t', 's'] },
        ],
        payments: [
          { id: 'paid', score: 's', bands, amount: '5000' },
          { id: 'paid by another', score: 't', bands, amount: '5000' },
        ],
      },
    )
    expect(effects.scores.map(({ id, before, after }) => [id, before.total, after.total])).toEqual([
      ['s', '100', '0'],
      // A share that a person put in its place stays.
      ['overridden by a person', '50', '50'],
      ['of two, one of them this', '100', '0'],
    ])
    expect(effects.documents).toEqual([
      'states the verdict',
      'states the score',
      'states two',
      'states two scores',
    ])
    expect(effects.payments).toEqual([{ id: 'paid', before: '5000', after: '0' }])
    // Without the figure the score is open, and there is no amount to compare.
    const open = restatementEffects(
      facts,
      { indicator: code, period: '2022Q4', value: null },
      {
        ...nothing,
        verdicts,
        scores: [{ id: 's', ...sealed }],
        payments: [{ id: 'paid', score: 's', bands, amount: '5000' }],
      },
    )
    expect(open.payments).toEqual([{ id: 'paid', before: '5000', after: null }])
  })

  it('of certified entities leaves how many were valid in the quarters before', () => {
    const before = { '2022Q1': { value: '100', valid: '99' }, '2022Q2': { value: '150', valid: '140' } }
    const effects = restatementEffects(
      before,
      { indicator: 'certified_entities', period: '2022Q2', value: '151' },
      { ...nothing, verdicts: [judge('certified_entities', before, threeYears, '2022Q2')] },
    )
    expect(effects.verdicts[0]?.explanation.inputs.slice(-2)).toMatchObject([
      { period: '2022Q1', value: '100', valid: '99' },
      { period: '2022Q2', value: '151' },
    ])
  })

  it('of a verdict against the floor concerns no document that states only the one against the target', () => {
    const cited = { indicator: code, asOf: '2022Q4' } as const
    const { documents } = restatementEffects(
      facts,
      { indicator: code, period: '2022Q4', value: '527' },
      {
        ...nothing,
        verdicts: [issued('2022Q4')],
        documents: [
          { id: 'the floor', verdicts: [{ ...cited, against: 'floor' }], scores: [] },
          { id: 'the target', verdicts: [{ ...cited, against: 'target' }], scores: [] },
        ],
      },
    )
    expect(documents).toEqual(['the floor'])
  })
})

describe('a target below the floor', () => {
  it('of 20 % stands at 15 % only under a derogation that goes so far', () => {
    expect(checkOwnTarget('transfers_licenses', '15')).toMatchObject({
      ok: false,
      error: { code: 'belowFloor', floor: '20' },
    })
    expect(checkOwnTarget('transfers_licenses', '15', '15')).toEqual({ ok: true, value: '15' })
    expect(checkOwnTarget('transfers_licenses', '14.999999', '15')).toMatchObject({ ok: false })
  })
})
