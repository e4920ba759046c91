import { describe, expect, it } from 'vitest'
import { checkReport, type CheckedRegister, type HeldCertificate } from '@/lib/rules'
import { report } from './report-to-check'

const CODE = '91350100M000100Y43'

const lacking = (name: string) => ({ name, fields: ['provider'] as const })
const register = (changed: Partial<CheckedRegister>): CheckedRegister => ({
  indicator: 'custody_smes',
  alike: [],
  lacking: [],
  certificates: [],
  ...changed,
})
const findings = (...registers: readonly CheckedRegister[]) => checkReport(report({}, { registers }))

describe('rows of registers', () => {
  it('of which there is nothing to say are not found', () => {
    expect(findings()).toEqual([])
    expect(findings(register({}))).toEqual([])
  })

  it('with the code of another name are pointed out, once for each register', () => {
    const alike = {
      name: '甲集团',
      creditCode: CODE,
      likeness: { code: 'otherName', name: '甲公司', period: '2022Q1' } as const,
    }
    const found = findings(
      register({ alike: [alike, { ...alike, likeness: { ...alike.likeness, period: null } }] }),
    )
    expect(found).toMatchObject([
      {
        rule: 'namesDiffer',
        severity: 'soft',
        indicator: 'custody_smes',
        received: { rows: '2', named: `甲集团\t${CODE}\t甲公司\t2022Q1\n甲集团\t${CODE}\t甲公司\t` },
        next: 'compareNames',
      },
    ])
  })

  it('with a name like that of another code are pointed out, those without a code too', () => {
    const likeness = { code: 'otherCode', name: '甲有限公司', creditCode: CODE, period: null } as const
    expect(findings(register({ alike: [{ name: '甲公司', creditCode: null, likeness }] }))).toMatchObject([
      {
        rule: 'codesDiffer',
        received: { rows: '1', named: `甲公司\t\t甲有限公司\t${CODE}\t` },
        next: 'compareCodes',
      },
    ])
  })

  it('that lack what their register asks are counted, and the first five named', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(lacking)
    const [found] = findings(register({ lacking: six }))
    expect(found).toMatchObject({
      rule: 'detailsMissing',
      expected: { fields: 'provider' },
      received: {
        rows: '6',
        named: six
          .slice(0, 5)
          .map(({ name }) => `${name}\tprovider`)
          .join('\n'),
      },
      next: 'fillDetails',
    })
  })

  it('are told of as a whole register, with every field that is known of them and all that they lack', () => {
    const likeness = { code: 'otherCode', name: '甲', creditCode: null, period: '2022Q1' } as const
    const renamed = { code: 'otherName', name: '乙', period: null } as const
    const found = findings(
      register({
        alike: [
          { name: '甲公司', creditCode: CODE, likeness },
          { name: '乙 公司', creditCode: null, likeness: renamed },
        ],
        lacking: [lacking('3'), { name: '丁', fields: ['provider', 'countedOn'] }],
      }),
    )
    expect(found.map(({ rule, severity, part, received }) => [rule, severity, part, received.named])).toEqual(
      [
        ['namesDiffer', 'soft', '', '乙 公司\t\t乙\t'],
        ['codesDiffer', 'soft', '', `甲公司\t${CODE}\t甲\t\t2022Q1`],
        ['detailsMissing', 'soft', '', '3\tprovider\n丁\tprovider\tcountedOn'],
      ],
    )
    expect(found.at(-1)?.expected).toEqual({ fields: 'provider\tcountedOn' })
  })

  it('have a mark of eight hexadecimal digits that stays from version to version', () => {
    const mark = (...names: readonly string[]) =>
      findings(register({ lacking: names.map(lacking) }))[0]?.received.mark
    expect([mark('3'), mark('b', 'a')]).toEqual(['x05b26518', 'x4ad60d00'])
  })

  it('are found otherwise as soon as another row joins, also one that is not named', () => {
    const mark = (...names: readonly string[]) =>
      findings(register({ lacking: names.map(lacking) }))[0]?.received.mark
    const known = ['a', 'b', 'c', 'd', 'e']
    expect(mark(...known, 'f')).toBe(mark('f', ...known))
    expect(mark(...known, 'f')).not.toBe(mark(...known, 'g'))
  })
})

describe('a certified entity', () => {
  const held = (name: string, number: string, more: Partial<HeldCertificate> = {}): HeldCertificate => ({
    name,
    creditCode: name,
    number,
    validFrom: '2022-09-30',
    since: null,
    ...more,
  })
  const of = (...certificates: readonly HeldCertificate[]) =>
    findings({ indicator: 'certified_entities', alike: [], lacking: [], certificates })
  const told = (...certificates: readonly HeldCertificate[]) =>
    of(...certificates).map(({ expected, received }) => [
      received.entities,
      expected.certificates,
      received.rows,
      received.named,
    ])

  it('has a certificate of its own: two entities and two certificates are as many', () => {
    expect(of(held('甲', 'IPMS1'), held('乙', 'IPMS2'))).toEqual([])
    expect(of()).toEqual([])
  })

  it('shares none: of two entities with one certificate the second is one too many, and is named with the first', () => {
    expect(of(held('甲', 'IPMS1'), held('乙', 'IPMS1'))).toEqual([
      {
        rule: 'certifiedOverCertificates',
        severity: 'soft',
        indicator: 'certified_entities',
        part: '',
        expected: { certificates: '1' },
        received: {
          entities: '2',
          rows: '1',
          named: '乙\tIPMS1\t甲\t\t',
          mark: expect.stringMatching(/^x/) as string,
        },
        next: 'compareCertificates',
      },
    ])
  })

  it('shares none with one of an earlier quarter either, however the number is spaced and set', () => {
    const before = held('甲', 'IPMS 1', { since: '2021Q2' })
    expect(told(before, held('乙', 'ｉｐｍｓ1'), held('丙', 'IPMS2'))).toEqual([
      ['2', '1', '1', '乙\tｉｐｍｓ1\t甲\t2021Q2\t'],
    ])
    // What earlier quarters shared was said when they were reported.
    expect(told(before, held('乙', 'IPMS1', { since: '2022Q1' }), held('丙', 'IPMS2'))).toEqual([])
  })

  it('is the same under another name, and may state one certificate in two rows or two quarters', () => {
    const same = { creditCode: CODE }
    expect(
      told(
        held('甲公司', '1', { ...same, since: '2021Q1' }),
        held('甲集团', '1', same),
        held('甲', '1', same),
      ),
    ).toEqual([])
  })

  it('may have a second certificate that is another’s, while one is its own', () => {
    expect(told(held('甲', '1'), held('乙', '1'), held('乙', '2'))).toEqual([])
    expect(
      told(held('甲', '1'), held('乙', '1'), held('丙', '3'), held('乙', '4', { validFrom: '2022-10-01' })),
    ).toEqual([['3', '2', '2', '乙\t1\t甲\t\t\n乙\t4\t\t\t2022-10-01']])
  })

  it('has a certificate that begins on the last day of the quarter, not a day later', () => {
    expect(told(held('甲', '1', { validFrom: '2022-09-30' }))).toEqual([])
    expect(told(held('甲', '1', { validFrom: '2022-10-01' }))).toEqual([
      ['1', '0', '1', '甲\t1\t\t\t2022-10-01'],
    ])
    // Where the day is not said, that is what details are missing for.
    expect(told(held('甲', '1', { validFrom: '' }))).toEqual([])
  })

  it('is looked at in quarters: the report of the base year brings no rows', () => {
    const registers = [
      {
        indicator: 'certified_entities',
        alike: [],
        lacking: [],
        certificates: [held('甲', '1'), held('乙', '1')],
      },
    ] as const
    const codes = checkReport({ ...report({}, { registers }), period: '2019' }).map(({ rule }) => rule)
    expect(codes).not.toContain('certifiedOverCertificates')
  })
})
