import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { evaluate } from '@/lib/commands/evaluate-run'

const HEAD = 'city,indicator,period,value,unit\n'
const bytes = (text: string) => () => new TextEncoder().encode(text)
const run = (text: string, ...more: string[]) =>
  evaluate(['--figures', 'f.csv', '--as-of', '2022Q4', ...more], bytes(text), 'en')
const verdicts = (text: string, ...more: string[]) => {
  const { status, out, err } = run(text, '--json', ...more)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out) as Record<string, unknown>[]
}

describe('the JSON', () => {
  it('has one object a city and result, cities by first appearance, results by the order of the notice', () => {
    const text = `${HEAD}乙,custody_smes,2022Q4,1000,家\n甲,pledge_amount,2019,100,万元\n乙,transfers_licenses,2019,1000,次\n甲,pledge_amount,2022,219.7,万元\n乙,transfers_licenses,2022,1727.999999,次\n`
    const all = verdicts(text)
    expect(all.map(({ city, indicator, verdict }) => [city, indicator, verdict])).toEqual([
      ['乙', 'transfers_licenses', 'short'],
      ['乙', 'custody_smes', 'met'],
      ['甲', 'pledge_amount', 'met'],
    ])
    expect(all[0]).toEqual({
      city: '乙',
      indicator: 'transfers_licenses',
      clause: '二·1',
      verdict: 'short',
      reason: null,
      actual: '1727.999999',
      required: '1728',
      gap: '-0.000001',
      neededPerQuarter: null,
      missing: null,
      baseYear: 2019,
      intervals: 3,
      asOf: '2022Q4',
      readings: ['R1', 'R2', 'R3', 'R6'],
    })
  })

  it('has its keys in the published order', () => {
    const { out } = evaluate(
      ['--json', '--figures', 'f.csv', '--as-of', '2020Q1'],
      bytes(`${HEAD}A,custody_smes,2020Q1,100,家`),
      'en',
    )
    expect(JSON.parse(out)).toMatchObject([{ required: '250/3', gap: '50/3', neededPerQuarter: '900/11' }])
  })

  it('uses base year and intervals as given', () => {
    const text = `${HEAD}A,pledge_amount,2020,100,万元\nA,pledge_amount,2021,130,万元\n`
    expect(verdicts(text, '--base-year', '2020', '--intervals', '1')).toMatchObject([
      { verdict: 'met', baseYear: 2020, intervals: 1, asOf: '2022Q4', actual: '130' },
    ])
    expect(verdicts(text, '--base-year', '2022')).toMatchObject([{ verdict: 'notYetDue' }])
  })

  it('is an empty array for a file with a header only', () => {
    expect(verdicts(HEAD)).toEqual([])
    expect(verdicts('city,indicator,period,value,unit')).toEqual([])
  })

  it('gives a result that occurs only with empty values as missing', () => {
    expect(verdicts(`${HEAD}A,pledge_amount,2019,,万元\n`)).toMatchObject([
      { verdict: 'figuresMissing', missing: ['2019'] },
    ])
  })

  it('is the same bytes for the same input', () => {
    const text = `${HEAD}A,pledge_amount,2019,3,万元\nA,pledge_amount,2022,8,万元\n`
    expect(run(text, '--json').out).toBe(run(text, '--json').out)
  })
})

describe('bad options end with 64 and print nothing', () => {
  it.each([
    [[]],
    [['--figures', 'f.csv']],
    [['--as-of', '2022Q4']],
    [['--figures', '--as-of', '2022Q4']],
    [['--figures', 'f.csv', '--as-of', '2022']],
    [['--figures', 'f.csv', '--as-of', '2022q4']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--jsno']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', 'more']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--json=1']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--base-year', '19']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--base-year']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--intervals', '0']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--intervals', '-1']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--intervals', '1.5']],
    [['--figures', 'f.csv', '--as-of', '2022Q4', '--intervals', '9000']],
    [['--figures', 'f.csv', '--figures', 'g.csv', '--as-of', '2022Q4']],
    [['--figures=', '--as-of', '2022Q4']],
  ])('%j', (args) => {
    const { status, out, err } = evaluate(args, bytes(HEAD), 'en')
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(err).toContain('expected')
    expect(err).toContain('usage:')
  })

  it('also take --name=value', () => {
    expect(evaluate(['--figures=f.csv', '--as-of=2022Q4', '--json'], bytes(HEAD), 'en').out).toBe('[]\n')
  })
})

describe('without --json', () => {
  const text = `${HEAD}合肥,custody_smes,2020Q1,100,家\n合肥,pledge_amount,2019,0,万元\n`
  const table = (locale: 'zh-CN' | 'en') =>
    evaluate(['--figures', 'f.csv', '--as-of', '2020Q1'], bytes(text), locale).out

  it('prints a table in English', () => {
    expect(table('en')).toContain('On pace')
    expect(table('en')).toContain('≈83.333333')
    expect(table('en')).toContain('base')
  })

  it('prints a table in Chinese', () => {
    expect(table('zh-CN')).toContain('进度正常')
    expect(table('zh-CN')).toContain('基年数为零')
  })

  it('says so when the file holds no figures', () => {
    expect(run(HEAD).out).toContain('The file holds no figures.')
  })
})

describe('the command as installed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-evaluate-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const root = path.join(import.meta.dirname, '../..')
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [command = '', ...before] = (scripts.evaluate ?? '').split(' ')
  const start = (...args: string[]) => promisify(execFile)(command, [...before, ...args], { cwd: root })

  it('writes the JSON and nothing else, and leaves 0', async () => {
    const file = path.join(folder, 'figures.csv')
    writeFileSync(file, `${HEAD}A,regional_platform,2022Q4,1,家\n`)
    const { stdout, stderr } = await start('--figures', file, '--as-of', '2022Q4', '--json')
    expect(JSON.parse(stdout)).toMatchObject([{ verdict: 'met' }])
    expect(stderr).toBe('')
  })

  it('leaves 2 for faults and 64 for bad options, with standard output empty', async () => {
    const file = path.join(folder, 'wrong.csv')
    writeFileSync(file, `${HEAD}A,regional_platform,2022,1,家\n`)
    await expect(start('--figures', file, '--as-of', '2022Q4', '--json')).rejects.toMatchObject({
      code: 2,
      stdout: '',
    })
    await expect(start('--figures', file)).rejects.toMatchObject({ code: 64, stdout: '' })
  })
})
