import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { verify } from '@/lib/commands/verify/run'
import { writeExplanations, writeLedger } from '@/lib/documents/explanations-file'
import { decisionFile } from '@/lib/documents/decision-file'
import { freezeInstalment } from '@/lib/funding/freeze-instalment'
import { canonical } from '@/lib/ledger/canonical'
import { nextEntry, type LedgerEntry } from '@/lib/ledger/chain'
import { indicator } from '@/lib/notice'
import { judge, type Explanation } from '@/lib/rules'
import { figures, threeYears } from '../rules/figures'
import { demonstrationCities, demonstrationExplanations, demonstrationFacts } from './explanations'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const [linjiang] = demonstrationCities
if (!linjiang) throw new Error('no city')
const whole = writeExplanations('910100', '2022Q2', demonstrationExplanations(linjiang, '2022Q2'))

/** A file with one explanation: 1000 transfers and licences in 2019, 1728 in 2022. */
const { explanation } = judge('transfers_licenses', figures({ 2019: 1000, 2022: 1728 }), threeYears, '2022Q4')
const file = (change: Record<string, unknown> = {}) =>
  decode(writeExplanations('910100', '2022Q4', [{ ...explanation, ...change }]))

const run = (files: Record<string, string | Uint8Array>, ...more: string[]) =>
  verify(
    [...Object.keys(files).filter((name) => !name.endsWith('.csv')), ...more],
    (name) => {
      const content = files[name]
      if (content === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return typeof content === 'string' ? encode(content) : content
    },
    'en',
  )

describe('a file of explanations that holds', () => {
  it('leaves 0 and says of each result what was checked', () => {
    const { status, out, err } = run({ 'a.json': file() })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toBe(`a.json
Explanations · city 910100 · as of 2022Q4

Result                                   Against  Verdict  Form  Steps recompute  Verdict follows  Parameters  Figures
---------------------------------------  -------  -------  ----  ---------------  ---------------  ----------  -------
二·1 ${indicator('transfers_licenses').en}  notice   Met      yes   yes              yes              yes         -

All holds. Files: 1, explanations and entries: 1.
`)
  })

  it('says the same in Chinese', () => {
    const { out } = verify(['a.json'], () => encode(file()), 'zh-CN')
    expect(out).toContain('评判说明 · 城市 910100 · 截至 2022Q4')
    expect(out).toMatch(/二·1 知识产权转让、许可数量 {2}通知要求 {2}达到 +相符 +相符 +相符 +相符 +未核\n/)
    expect(out).toContain('1 个文件、1 项全部相符。')
  })

  it('is said the same way in the same bytes every time, as a table and as JSON', () => {
    expect(run({ 'a.json': whole })).toEqual(run({ 'a.json': whole }))
    const [first, second] = [run({ 'a.json': whole }, '--json'), run({ 'a.json': whole }, '--json')]
    expect(first).toEqual(second)
    expect(JSON.parse(first.out)).toMatchObject({
      schema: 'chengji.verification/1',
      holds: true,
      files: [
        { file: 'a.json', kind: 'explanations', holds: true, city: '910100', asOf: '2022Q2', faults: [] },
      ],
    })
  })
})

describe('each thing that does not hold is a sentence with file, place, expected and got', () => {
  const err = (change: Record<string, unknown>) => {
    const { status, err: said } = run({ 'a.json': file(change) })
    expect(status).toBe(1)
    return said
  }
  const [base, ...others] = explanation.steps

  it('a result that does not recompute', () => {
    expect(err({ steps: [{ ...base, result: '1001' }, ...others] })).toContain(
      'a.json: /explanations/0/steps/0/result: the step does not recompute: expected "1000", got "1001"\n',
    )
  })

  it('a number that is taken from nowhere', () => {
    const operands = [{ of: 'input', period: '2019', value: '999' }]
    expect(err({ steps: [{ ...base, operands }, ...others] })).toContain(
      'a.json: /explanations/0/steps/0/operands/0/value: the number taken is not what its origin says: expected "1000", got "999"\n',
    )
  })

  it('another verdict than follows', () => {
    expect(err({ verdict: 'short' })).toBe(
      'a.json: /explanations/0/verdict: does not follow from the inputs and parameters: expected "met", got "short"\n',
    )
  })

  it('a step left out, though all others recompute', () => {
    expect(err({ steps: explanation.steps.filter(({ code }) => code !== 'gap') })).toBe(
      'a.json: /explanations/0/steps/6/code: does not follow from the inputs and parameters: expected "gap", got "reached"\n',
    )
  })

  it('a floor of 19 where the notice has 20, with everything worked out from it', () => {
    const parameters = [{ ...explanation.parameters[0], value: '19' }]
    expect(err({ parameters })).toContain(
      'a.json: /explanations/0/parameters/0/value: not what is published of the notice for this rule version: expected "20", got "19"\n',
    )
  })

  it('a rule version nobody published', () => {
    expect(err({ ruleVersion: '2031.01.01-1' })).toContain(
      '/explanations/0/ruleVersion: not what is published',
    )
  })

  it('another quarter than the file is of', () => {
    const other = decode(writeExplanations('910100', '2022Q3', [explanation]))
    expect(run({ 'a.json': other }).err).toBe(
      'a.json: /explanations/0/asOf: not the quarter of the file: expected "2022Q3", got "2022Q4"\n',
    )
  })

  it('a form that is not the published one; the other explanations are verified all the same', () => {
    const broken = {
      ...explanation,
      verdict: 'passed',
      steps: [{ ...base, operands: [{ of: 'input', value: '1' }] }],
    }
    const two = decode(writeExplanations('910100', '2022Q4', [broken as unknown as Explanation, explanation]))
    const { err: said, out } = run({ 'a.json': two }, '--json')
    expect(said).toContain(
      'a.json: /explanations/0/verdict: not of the published form: expected "met" | "short"',
    )
    expect(said).toContain(
      'a.json: /explanations/0/steps/0/operands/0: not of the published form: expected "period", got ∅\n',
    )
    expect(said).not.toContain('/explanations/1')
    expect(JSON.parse(out)).toMatchObject({
      holds: false,
      files: [
        {
          explanations: [
            { checks: { form: 'fails', verdict: 'notChecked' } },
            { checks: { form: 'holds', verdict: 'holds' } },
          ],
        },
      ],
    })
  })

  it('whatever stands in the file, nothing of it commands the terminal or breaks the command', () => {
    const odd = {
      ...explanation,
      verdict: 'constructor',
      indicator: '\u001b[31m',
      '\u001b[2J': 1,
      asOf: '__proto__',
    }
    const {
      status,
      out,
      err: said,
    } = run({
      'a.json': decode(writeExplanations('\u202e910100', '2022Q4', [odd as unknown as Explanation])),
    })
    expect(status).toBe(1)
    expect(`${out}${said}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    expect(run({ 'a.json': `${'['.repeat(50_000)}${']'.repeat(50_000)}` }).status).toBe(2)
    expect(
      run({ 'a.json': '{"schema":"chengji.explanations/1","explanations":{"0":1},"city":7}' }).status,
    ).toBe(1)
  })

  it('bytes that are not canonical, even where the content is the same', () => {
    const pretty = `${JSON.stringify(JSON.parse(file()), null, 1)}\n`
    const { status, err: said } = run({ 'a.json': pretty })
    expect(status).toBe(1)
    expect(said).toMatch(
      /^a\.json: #2: not in the form that gives the same content the same bytes: expected ".*", got ".*"\n$/,
    )
    // A name given twice would hide the first of its values.
    expect(run({ 'a.json': file().replace('"city"', '"city":"1","city"') }).err).toMatch(
      /^a\.json: #\d+: not in the form/,
    )
    expect(run({ 'a.json': file().replace('"baseYear":2019', '"baseYear":2019.5') }).err).toContain(
      '#1: not in the form',
    )
  })
})

describe('with --figures', () => {
  const head = 'city,indicator,period,value,unit\n'
  const csv = (...rows: string[]) => head + rows.map((row) => `${row}\n`).join('')
  const against = (figuresFile: string, explanations = file()) =>
    run({ 'a.json': explanations, 'f.csv': figuresFile }, '--figures', 'f.csv')

  it('the inputs are those figures, also where they are written otherwise', () => {
    const { status, out } = against(
      csv('910100,transfers_licenses,2019,1000.0,次', '910100,transfers_licenses,2022,1728,次'),
    )
    expect(status).toBe(0)
    expect(out).toMatch(/ yes {5,}yes\n\nAll holds/)
  })

  it('a whole city of the demonstration is', () => {
    const rows = [...demonstrationFacts(linjiang, '2022Q2')].flatMap(([code, own]) =>
      indicator(code).kind === 'qualitative'
        ? []
        : Object.entries(own).map(
            ([period, { value }]) => `910100,${code},${period},${value ?? ''},${indicator(code).unit}`,
          ),
    )
    expect(against(csv(...rows), decode(whole)).status).toBe(0)
  })

  it('an input is another figure', () => {
    expect(
      against(csv('910100,transfers_licenses,2019,1000,次', '910100,transfers_licenses,2022,1700,次')).err,
    ).toBe(
      'a.json: /explanations/0/inputs/1/value: not the figures of the file given: expected "1700", got "1728"\n',
    )
  })

  it('a figure that contradicts was passed over', () => {
    const quarters = [1, 2, 3, 4].map((q) => `910100,transfers_licenses,2022Q${q},400,次`)
    const { err } = against(
      csv('910100,transfers_licenses,2019,1000,次', '910100,transfers_licenses,2022,1728,次', ...quarters),
    )
    expect(err).toContain(
      '/explanations/0/verdict: not the figures of the file given: expected "notComputable", got "met"\n',
    )
  })

  it('the figures are of another city', () => {
    expect(against(csv('临江市,transfers_licenses,2019,1000,次')).err).toBe(
      'a.json: /city: not the figures of the file given: expected "临江市", got "910100"\n',
    )
  })

  it('the figures cannot be read: 2, and nothing is verified', () => {
    expect(against(csv('910100,transfers_licenses,2019,-1,次'))).toEqual({
      status: 2,
      out: '',
      err: 'f.csv:2:32: expected a plain non-negative decimal with at most 18 digits before and 6 after the point, or nothing, got "-1"\n',
    })
    expect(run({ 'a.json': file() }, '--figures', 'none.csv').err).toBe(
      'none.csv:1:1: expected a file that can be read, got ENOENT\n',
    )
    expect(run({ 'a.json': file(), 'f.csv': new Uint8Array([0xff]) }, '--figures', 'f.csv').status).toBe(2)
  })
})

describe('a ledger', () => {
  const chain = (...bodies: string[]): LedgerEntry[] => {
    const entries: LedgerEntry[] = []
    for (const [i, body] of bodies.entries()) {
      entries.push(
        nextEntry(entries.at(-1) ?? null, {
          city: '910100',
          kind: 'report.submitted',
          at: `2022-10-1${i}T01:02:03.000Z`,
          body,
        }),
      )
    }
    return entries
  }
  const entries = chain(...[1, 2, 3].map((n) => canonical({ n })))
  const check = (changed: readonly LedgerEntry[]) => run({ 'l.json': decode(writeLedger(changed)) })
  const spoil = (index: number, change: Partial<LedgerEntry>) =>
    check(entries.map((entry, i) => (i === index ? { ...entry, ...change } : entry))).err

  it('that is whole holds', () => {
    const { status, out } = check(entries)
    expect({ status, out }).toEqual({
      status: 0,
      out: 'l.json\nLedger · city 910100 · entries: 3\n\nAll holds. Files: 1, explanations and entries: 3.\n',
    })
    expect(check([]).status).toBe(0)
  })

  it.each([
    [
      'an entry of another city',
      1,
      { city: '910200' },
      '/entries/1/city: an entry of another city: expected "910100", got "910200"',
    ],
    [
      'an entry out of order',
      1,
      { seq: 3 },
      '/entries/1/seq: an entry is missing or out of order: expected 2, got 3',
    ],
    [
      'an entry whose body was changed',
      1,
      { body: '{"n":9}' },
      '/entries/1/hash: the entry is not what its hash was made of',
    ],
    [
      'an entry that continues another',
      2,
      { previous: '0'.repeat(64) },
      '/entries/2/previous: does not continue the entry before',
    ],
    [
      'a first entry that continues something',
      0,
      { previous: '1'.repeat(64) },
      '/entries/0/previous: does not continue the entry before: expected "000',
    ],
  ] as const)('%s is named', (_, index, change, said) => {
    expect(spoil(index, change)).toContain(said)
  })

  it('an entry taken out is named by the one after it', () => {
    expect(check(entries.filter((_, i) => i !== 1)).err).toBe(
      'l.json: /entries/1/seq: an entry is missing or out of order: expected 2, got 3\n',
    )
  })

  it('a body that is not canonical is named, though its hash is right', () => {
    expect(check(chain('{"b":1,"a":2}', 'no JSON')).err).toBe(
      'l.json: /entries/0/body: the body is not in canonical form: expected "{\\"a\\":2,\\"b\\":1}", got "{\\"b\\":1,\\"a\\":2}"\n' +
        'l.json: /entries/1/body: the body is not in canonical form: expected ∅, got "no JSON"\n',
    )
  })

  it('of another form is named, and no more is said of it', () => {
    expect(check(entries.map((entry) => ({ ...entry, hash: 'x' }))).err).toContain(
      '/entries/0/hash: not of the published form',
    )
  })
})

describe('what cannot be verified leaves 2 and nothing on standard output', () => {
  it.each([
    ['{', 'cannot be verified: expected JSON, got "{"'],
    [
      '[]',
      'cannot be verified: expected schema chengji.explanations/1 | chengji.ledger/1 | chengji.instalmentDecision/1 | chengji.evaluation/1 | chengji.money/1, got ∅',
    ],
    ['{"schema":"chengji.explanations/2"}', 'got "chengji.explanations/2"'],
  ])('%s', (content, said) => {
    const { status, out, err } = run({ 'a.json': content, 'b.json': file() })
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(`a.json: `)
    expect(err).toContain(said)
  })

  it('a file that is not there, or is no UTF-8', () => {
    expect(run({}, 'none.json')).toEqual({
      status: 2,
      out: '',
      err: 'none.json: cannot be verified: expected a file that can be read, got ENOENT\n',
    })
    expect(run({ 'a.json': new Uint8Array([0x7b, 0xff]) }).err).toContain('expected UTF-8, got the byte 0xff')
  })
})

describe('options', () => {
  it.each([
    [[], 'expected a file to verify, got none'],
    [['a.json', '--strict'], 'expected an option, got "--strict"'],
    [['a.json', '--figures'], 'expected a value for --figures, got none'],
    [['a.json', '--figures', '--json'], 'expected a value for --figures, got none'],
    [['a.json', '--figures=f.csv', '--figures', 'g.csv'], 'expected --figures once, got it again'],
  ])('%j leaves 64', (args, said) => {
    const { status, err } = run({}, ...args)
    expect(status).toBe(64)
    expect(err).toContain(said)
    expect(err).toContain('usage: npm run --silent verify')
  })
})

describe('the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const command = async (...args: string[]) => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production', LC_ALL: 'zh_CN.UTF-8' } as const
    const main = path.resolve(import.meta.dirname, '../../lib/commands/verify.ts')
    try {
      return {
        status: 0,
        ...(await promisify(execFile)(process.execPath, ['--import', 'tsx', main, ...args], { env })),
      }
    } catch (error) {
      const { code: status, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { status, stdout, stderr }
    }
  }

  it('verifies a file in the language of the locale, with nothing in its environment', async () => {
    const good = path.join(folder, 'good.json')
    const bad = path.join(folder, 'bad.json')
    writeFileSync(good, whole)
    writeFileSync(bad, file({ verdict: 'short' }))
    const holds = await command(good)
    expect(holds).toMatchObject({ status: 0, stderr: '' })
    expect(holds.stdout).toContain('1 个文件、21 项全部相符。')
    const fails = await command(bad)
    expect(fails).toMatchObject({
      status: 1,
      stderr: `${bad}: /explanations/0/verdict: 不能由所列数字和参数得出：应为 "met"，实为 "short"\n`,
    })
  })
})

describe('independence', () => {
  it('the second implementation takes nothing of lib/rules but types, and no arithmetic of lib/values', () => {
    const folder = path.resolve(import.meta.dirname, '../../lib/commands/verify')
    const imports = readdirSync(folder).flatMap((name) =>
      [
        ...readFileSync(path.join(folder, name), 'utf8').matchAll(
          /import (type )?\{([^}]*)\} from '@\/lib\/(rules|values)[^']*'/g,
        ),
      ].map(([, type, names = '', from]) => ({ type: type !== undefined, names, from })),
    )
    expect(imports.filter(({ from }) => from === 'rules').length).toBeGreaterThan(5)
    expect(imports.filter(({ from, type }) => from === 'rules' && !type)).toEqual([])
    expect(
      imports.filter(({ names }) =>
        /\b(?:Ratio|decimal|toDecimalString|compare|add|sub|mul|div)\b/.test(names),
      ),
    ).toEqual([])
  })
})

describe('a decision on a second instalment', () => {
  const inputs = {
    schema: 'chengji.instalment/1' as const,
    city: '910100',
    evaluation: {
      round: 'r',
      version: 1,
      asOf: '2022Q2',
      score: '269/3',
      grade: 'good' as const,
      snapshotSha256: '0'.repeat(64),
      ruleVersion: '1',
      schemeDecision: null,
    },
    bandTable: {
      decision: 'd',
      contentSha256: '0'.repeat(64),
      documentNumber: 'no. 1',
      bands: [
        { from: '0', amount: '0' },
        { from: '60', amount: '2500.5' },
        { from: '90', amount: '5000' },
      ],
    },
    rule: 'band/1',
    ruleVersion: '1',
  }
  const decision = {
    seq: 3,
    yuan: 25_005_000n,
    ...freezeInstalment(inputs),
    proposedAt: new Date('2022-10-12T01:00:00Z'),
    decidedAt: new Date('2022-10-12T02:00:00Z'),
  }
  const written = decode(decisionFile('910100', decision))

  it('holds when its amount follows from the inputs that were frozen', () => {
    const { status, out, err } = run({ 'd.json': written })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('Second instalment · city 910100 · 25005000 yuan')
    const { out: json } = run({ 'd.json': written }, '--json')
    expect(JSON.parse(json)).toMatchObject({ holds: true, files: [{ kind: 'instalment', yuan: '25005000' }] })
  })

  it.each([
    ['another amount', '"yuan":"25005000"', '"yuan":"25005001"', 'decisionAmount'],
    ['another score', '"score":"269/3"', '"score":"270/3"', 'decisionDigest'],
    ['another city', '{"city":"910100","decidedAt"', '{"city":"910200","decidedAt"', 'decisionCity'],
    ['a rule that there is not', '"rule":"band/1"', '"rule":"band/9"', 'notOfForm'],
  ])('does not with %s', (_, from, to, code) => {
    expect(written).toContain(from)
    const { status, out } = run({ 'd.json': written.replace(from, to) }, '--json')
    expect(status).toBe(1)
    expect(JSON.stringify(JSON.parse(out))).toContain(`"code":"${code}"`)
  })
})
