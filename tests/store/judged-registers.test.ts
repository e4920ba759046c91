import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { readCount } from '@/lib/registers/read-count'
import { readRegister } from '@/lib/registers/read-register'
import { readRegisters } from '@/lib/registers/read-registers'
import { saveRows } from '@/lib/registers/save-rows'
import { readCheck } from '@/lib/reporting/read-check'
import { readDraft } from '@/lib/reporting/read-draft'
import { formRows } from '@/lib/reporting/form-rows'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { HOME, people } from '../support/actors'
import {
  cell,
  creditCode,
  draftHash,
  EXPLAINED,
  fullAnswer,
  life,
  makeWorld,
  OPEN,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const { officer, cnipa } = people
const draft = authorize(officer, 'draft.read', HOME)
const prepare = authorize(officer, 'report.prepare', HOME)
const seen = authorize(cnipa, 'report.read', HOME)
const PERIOD = '2020Q1'
/** An entity certified in the first quarter of 2020. */
const certified = (name: string, code: string, certificateNumber: string) => ({
  ...row(name, code),
  standard: 'gbt29490_2013',
  certificateNumber,
  validFrom: '2020-03-31',
  validTo: '2023-03-30',
})
const brand = { ...row('高山苹果', ''), noCodeReason: '商标品牌', brandKind: 'geographicalIndication' }

describe('a register by which people judge', () => {
  it('takes rows beside the narrative, and answers nothing by itself', async () => {
    const { rows, floor, declaration, registers } = await readRegister(draft, PERIOD, 'regional_brands')
    expect([rows, floor, declaration]).toEqual([[], null, null])
    expect(registers.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['regional_brands', 'model_universities', 'service_providers', 'custody_smes']),
    )
    await life.prepare(
      officer,
      PERIOD,
      fullAnswer().filter(
        ({ indicator }) => indicator !== 'regional_brands' && indicator !== 'certified_entities',
      ),
    )
    await saveRows(prepare, PERIOD, 'certified_entities', [certified('乙公司', creditCode(1), 'IPMS 1')])
    const saved = await saveRows(prepare, PERIOD, 'regional_brands', [brand])
    expect(saved).toMatchObject({ declaration: null, standing: { total: 1, fresh: 1 } })
    const before = await readDraft(draft, PERIOD)
    expect(before.completeness.unanswered).toEqual(['regional_brands'])
    await life.prepare(officer, PERIOD, [{ ...cell('regional_brands', '新增一个'), state: 'narrative' }])
    const after = await readDraft(draft, PERIOD)
    expect(after.completeness.unanswered).toEqual([])
    expect(formRows(after).find(({ indicator }) => indicator === 'regional_brands')).toMatchObject({
      counted: null,
      listed: 1,
    })
  })

  it('stands before the reviewer with its rows, and once accepted in the overview, counted for nobody', async () => {
    await life.certify(officer, PERIOD)
    const hash = await draftHash(officer, PERIOD)
    await life.submit(officer, PERIOD)
    const { lines } = await readSubmittedReport(authorize(people.province, 'report.read', HOME), PERIOD)
    const line = lines.find((each) => each.row.indicator === 'regional_brands')
    expect(line?.register.map((each) => each.row.name)).toEqual(['高山苹果'])
    await life.forward(HOME, PERIOD, hash)
    await life.accept(HOME, PERIOD, hash)
    const { registers, inHand } = await readRegisters(seen)
    expect(registers.find(({ code }) => code === 'regional_brands')).toMatchObject({
      entities: 1,
      rows: 1,
      last: PERIOD,
      cases: 0,
    })
    expect([registers.length, inHand]).toEqual([10, OPEN])
    const { history } = await readCount(seen, 'regional_brands')
    expect(history.entities.map(({ name, since }) => [name, since])).toEqual([['高山苹果', PERIOD]])
    expect(await outcomeOf(() => readCount(seen, 'service_cluster'))).toBe('notFound')
  })
})

describe('rows that a person should look at', () => {
  const NEXT = '2020Q2'
  const open = async () => (await readCheck(draft, NEXT)).outcome.open.map(({ finding }) => finding)

  it('are soft findings, which hold the signature up until they are explained', async () => {
    await life.prepare(
      officer,
      NEXT,
      fullAnswer().filter(
        ({ indicator }) => indicator !== 'custody_smes' && indicator !== 'certified_entities',
      ),
    )
    await saveRows(prepare, NEXT, 'certified_entities', [
      certified('甲公司', creditCode(2), 'IPMS1'),
      certified('丙公司', creditCode(3), 'IPMS3'),
    ])
    await saveRows(prepare, NEXT, 'custody_smes', [
      { ...row('甲有限公司', creditCode(1)), provider: '服务商' },
      { ...row('甲公司', creditCode(2)), provider: '服务商' },
      { ...row('乙公司', creditCode(1)), provider: '服务商' },
      row('丙公司', creditCode(3)),
    ])
    expect((await open()).map(({ rule, indicator }) => [rule, indicator])).toEqual([
      ['namesDiffer', 'custody_smes'],
      ['codesDiffer', 'custody_smes'],
      ['detailsMissing', 'custody_smes'],
      ['certifiedOverCertificates', 'certified_entities'],
    ])
    expect((await open())[2]).toMatchObject({ received: { rows: '1', named: '丙公司\tprovider' } })
    // Two entities, of which one states the certificate that another has had since the quarter before.
    expect((await open())[3]).toMatchObject({
      expected: { certificates: '1' },
      received: { entities: '2', named: `甲公司\tIPMS1\t乙公司\t${PERIOD}\t` },
    })
    expect(await life.explain(officer, NEXT)).toBe(4)
    expect(await open()).toEqual([])
  })

  it('open again when another row joins them', async () => {
    await saveRows(prepare, NEXT, 'custody_smes', [row('丁公司', creditCode(4))])
    expect((await open()).map(({ rule }) => rule)).toEqual(['detailsMissing'])
  })

  it('reach the reviewer with what the city says of them', async () => {
    await life.certify(officer, NEXT)
    await life.submit(officer, NEXT)
    const { lines } = await readSubmittedReport(authorize(people.province, 'report.read', HOME), NEXT)
    const line = lines.find((each) => each.row.indicator === 'custody_smes')
    expect(line?.findings).toEqual([])
    expect(line?.explained.map(({ finding, explanation }) => [finding.rule, explanation.text])).toEqual([
      ['namesDiffer', EXPLAINED],
      ['codesDiffer', EXPLAINED],
      ['detailsMissing', EXPLAINED],
    ])
  })
})
