import { Ajv2020 } from 'ajv/dist/2020'
import { describe, expect, it } from 'vitest'
import { SchemaBook } from '@/lib/commands/verify/json-schema'
import { verifyExplanations, type Verified } from '@/lib/commands/verify/explanations'
import { indicators, interpretations, notice, numericIndicators } from '@/lib/notice'
import { judge, ruleVersion, type Explanation, type IndicatorFacts, type JudgeOptions } from '@/lib/rules'
import { quartersBetween } from '@/lib/values'
import explanationSchema from '@/public/schemas/explanation-1.json'
import explanationsSchema from '@/public/schemas/explanations-1.json'
import ledgerSchema from '@/public/schemas/ledger-1.json'
import versions from '@/public/rules/versions.json'
import { randomCount, randomFrom, randomGrowth } from '../rules/random-case'
import { demonstrationCities, demonstrationExplanations, demonstrationFacts } from './explanations'

const ajv = new Ajv2020({ allErrors: true })
const isExplanation = ajv.compile(explanationSchema)
const isFile = ajv.compile(explanationsSchema)
const own = new SchemaBook([explanationSchema, explanationsSchema, ledgerSchema])

const quarters = ['2019Q4', '2020Q1', '2020Q4', '2021Q2', '2022Q2', '2022Q3', '2022Q4'] as const
/** As it would come out of a file. */
const asRead = (explanation: Explanation): Explanation =>
  JSON.parse(JSON.stringify(explanation)) as Explanation
const fileOf = (...explanations: readonly unknown[]) => ({
  schema: 'chengji.explanations/1',
  city: '910100',
  asOf: (explanations[0] as Explanation).asOf,
  explanations,
})
const verified = (explanation: unknown): Verified =>
  verifyExplanations(fileOf(explanation), null).explanations[0] as Verified
const holds = { form: 'holds', steps: 'holds', verdict: 'holds', parameters: 'holds', figures: 'notChecked' }

describe('every explanation of the demonstration', () => {
  it.each(demonstrationCities)(
    '$nameEn: is of the published form, and recomputes from its own JSON alone',
    (city) => {
      for (const quarter of quarters) {
        const explanations = demonstrationExplanations(city, quarter).map(asRead)
        expect(explanations.length).toBeGreaterThanOrEqual(19)
        expect(isFile(fileOf(...explanations)), JSON.stringify(isFile.errors)).toBe(true)
        for (const explanation of explanations) {
          const { checks, faults } = verified(explanation)
          expect(faults).toEqual([])
          expect(checks).toEqual(holds)
        }
      }
    },
  )
})

describe('an explanation of random figures', () => {
  const paths = ['compound', 'linear'] as const
  const shares = ['ownProfile', 'equalQuarters'] as const

  it('recomputes in 2,200 cases: floor and own target, each path, each share, with other readings and without', () => {
    const random = randomFrom(20_220_630)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const options: readonly JudgeOptions[] = [
      {},
      { alternatives: false },
      { target: '35.5', targetSince: '2020-09-14' },
      { notComputable: 'restatedBase' },
      { notComputable: 'differentSpan' },
    ]
    const seen = new Set<string>()
    for (let i = 0; i < 2200; i++) {
      const subject = numericIndicators[i % 11]
      if (!subject) continue
      const drawn = (subject.kind === 'growth' ? randomGrowth : randomCount)(random, subject.floor)
      const facts: IndicatorFacts = Object.fromEntries(
        Object.entries(drawn.figures).map(([period, value]) => [
          period,
          {
            value,
            version: 3,
            // Every other city knows of all its certificates until when they are valid.
            ...(subject.code === 'certified_entities' && i % 2 === 0 && { valid: String(i % 250) }),
          },
        ]),
      )
      const configuration = { ...drawn, path: pick(paths), share: pick(shares) }
      const { explanation } = judge(
        subject.code,
        facts,
        configuration,
        drawn.asOf,
        pick(options.slice(0, subject.kind === 'growth' ? 4 : 3)),
      )
      expect(isExplanation(asRead(explanation)), JSON.stringify(isExplanation.errors)).toBe(true)
      const { faults, checks } = verified(asRead(explanation))
      if (faults.length > 0) expect({ drawn, faults }).toEqual({ drawn, faults: [] })
      expect(checks).toEqual(holds)
      seen.add(explanation.verdict)
    }
    expect(seen.size).toBe(7)
  })
})

/** Every value of a JSON that is no list and no object, by its keys. */
function leaves(value: unknown, keys: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [keys]
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...keys, Array.isArray(value) ? Number(key) : key]),
  )
}

function changed(value: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (key === undefined) return another(value)
  if (Array.isArray(value)) return value.map((each: unknown, i) => (i === key ? changed(each, rest) : each))
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [name, name === key ? changed(each, rest) : each]),
  )
}

/** Another value as a forger would choose it: of the same form, but not the same. */
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return '1'
  const swap = SWAPS.find((list) => list.includes(value))
  if (swap) return swap[(swap.indexOf(value) + 1) % swap.length]
  if (/^\d{4}Q\d$/.test(value)) return value.replace(/\d$/, (quarter) => String((Number(quarter) % 4) + 1))
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return '2020-05-07'
  const digit = /\d/
  return digit.test(value)
    ? value.replace(digit, (found) => String(Number(found) === 9 ? 1 : Number(found) + 1))
    : `${value}x`
}

const SWAPS: readonly (readonly string[])[] = [
  ['met', 'short', 'onPace', 'behindPace'],
  ['compound', 'linear'],
  ['ownProfile', 'equalQuarters'],
  ['floor', 'target'],
  ['true', 'false'],
  ['product', 'quotient', 'difference'],
  ['percentAYear', 'count'],
  explanationSchema.$defs.step.enum,
]

describe('an explanation in which a single value was changed is found out, whichever it was', () => {
  // What no arithmetic depends on; the ledger and the hashes of a pack vouch for it.
  const free = /^\/inputs\/\d+\/(?:version|acceptedAt)$|^\/parameters\/0\/since$/
  // A figure that no step takes (a quarter that is neither in a sum nor the best one) may be any other as far as the
  // explanation alone can tell; the file of figures tells.
  const unused = /^\/inputs\/\d+\/value$/

  it.each([
    ['临江市', '910100', '2022Q2'],
    ['青岚市', '910300', '2022Q4'],
    ['云溪市', '920100', '2021Q1'],
    ['长河市', '920200', '2022Q3'],
  ] as const)('%s (%s) as of %s', (_, code, quarter) => {
    const city = demonstrationCities.find((each) => each.code === code)
    if (!city) throw new Error(code)
    const figures = new Map([[code, figuresOf(demonstrationFacts(city, quarter))]])
    const faultsIn = (forged: unknown, file: typeof figures | null) => {
      const { faults, explanations } = verifyExplanations(
        { ...fileOf(forged), city: code, asOf: quarter },
        file,
      )
      return faults.length + (explanations[0]?.faults.length ?? 0)
    }
    for (const explanation of demonstrationExplanations(city, quarter).map(asRead)) {
      expect(faultsIn(explanation, figures)).toBe(0)
      for (const keys of leaves(explanation)) {
        const place = `/${keys.join('/')}`
        const forged = changed(explanation, keys)
        if (free.test(place) || faultsIn(forged, null) > 0) continue
        if (unused.test(place))
          expect(faultsIn(forged, figures), `${explanation.indicator} ${place}`).toBeGreaterThan(0)
        // The configuration may be one that would have said all the same.
        else
          expect(sameOtherwise(forged as Explanation, explanation), `${explanation.indicator} ${place}`).toBe(
            true,
          )
      }
    }
  })

  /** Whether the rules themselves give the same explanation under another configuration, but for its name. */
  function sameOtherwise(forged: Explanation, explanation: Explanation): boolean {
    const facts = Object.fromEntries(
      explanation.inputs.map(({ period, ...fact }) => [period, { value: fact.value }]),
    )
    const [parameter] = explanation.parameters
    const options = parameter?.code === 'target' ? { target: parameter.value } : {}
    const say = ({ configuration }: Explanation) =>
      judge(explanation.indicator, facts, configuration, explanation.asOf, options).explanation
    const configuration = explanation.configuration
    return (
      JSON.stringify({ ...say(forged), configuration }) ===
      JSON.stringify({ ...say(explanation), configuration })
    )
  }

  function figuresOf(facts: ReturnType<typeof demonstrationFacts>) {
    return new Map(
      [...facts].map(([code, own]) => [
        code as string,
        new Map(
          Object.entries(own).flatMap(([period, { value }]) =>
            value === null ? [] : [[period, value] as const],
          ),
        ),
      ]),
    )
  }
})

describe('the reader of the published schemas', () => {
  it('agrees with a validator of JSON Schema on 1,500 explanations with one value changed or taken away', () => {
    const random = randomFrom(5)
    const [city] = demonstrationCities
    if (!city) throw new Error('no city')
    const all = quartersBetween('2020Q1', '2022Q4').flatMap((quarter) =>
      demonstrationExplanations(city, quarter),
    )
    const oddities = [null, 1.5, -1, '', 'x', '１', [], {}, true, '2022Q5', '-0', '1/0', 99999]
    let refused = 0
    for (let i = 0; i < 1500; i++) {
      const explanation = asRead(all[Math.floor(random() * all.length)] as Explanation)
      const paths = leaves(explanation)
      const keys = paths[Math.floor(random() * paths.length)] as readonly (string | number)[]
      const depth = 1 + Math.floor(random() * keys.length)
      const odd = oddities[Math.floor(random() * oddities.length)]
      const spoilt = replaced(explanation, keys.slice(0, depth), i % 5 === 0 ? undefined : odd)
      const expected = isExplanation(spoilt)
      if (!expected) refused++
      expect(
        own.mismatches('urn:chengji:schema:explanation:1', spoilt).length === 0,
        JSON.stringify(spoilt),
      ).toBe(expected)
    }
    expect(refused).toBeGreaterThan(1000)
  })

  function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
    if (key === undefined) return by
    if (Array.isArray(value))
      return value.map((each: unknown, i) => (i === key ? (replaced(each, rest, by) ?? null) : each))
    return Object.fromEntries(
      Object.entries(value as object).flatMap(([name, each]) => {
        const next: unknown = name === key ? replaced(each, rest, by) : each
        return next === undefined ? [] : [[name, next]]
      }),
    )
  }

  it('refuses a schema with a word it would pass over', () => {
    expect(() => new SchemaBook([{ $id: 'x', type: 'string', format: 'date' }])).toThrow('format')
    expect(() => new SchemaBook([{ $id: 'x', properties: { a: { items: { not: {} } } } }])).toThrow('not')
  })
})

describe('what is published of the rules', () => {
  it('has an entry for the version in force, exactly as lib/notice says', () => {
    const current = versions.versions.find((version) => version.ruleVersion === ruleVersion)
    expect(current).toEqual({
      ruleVersion,
      document: notice.documentNumber,
      since: notice.announced,
      results: indicators.map(({ code, clause, unit, kind, floor }) => ({
        code,
        clause,
        unit,
        kind,
        floor: floor === null ? null : String(floor),
      })),
      readings: interpretations.map(({ id, dated }) => ({ id, dated })),
    })
  })

  it('has every version once', () => {
    const all = versions.versions.map((version) => version.ruleVersion)
    expect(new Set(all).size).toBe(all.length)
  })
})
