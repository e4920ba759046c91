import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { attachEvidence, type EvidenceEdit } from '@/lib/evidence/attach-evidence'
import { keepFile } from '@/lib/evidence/keep-file'
import { readFile } from '@/lib/evidence/read-file'
import { readCheck } from '@/lib/reporting/read-check'
import { readDraft } from '@/lib/reporting/read-draft'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { certifyReport } from '@/lib/reporting/certify-report'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import { fullAnswer, leadTo, life, makeWorld, OPEN, outcomeOf, row, type World } from '../support/fixtures'
import { pdf } from '../support/sample-files'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const officer = authorize(people.officer, 'report.prepare', HOME)
const keep = (name: string) =>
  keepFile(officer, { name: `${name}.pdf`, bytes: pdf(name), purpose: 'evidence' })
const place = (files: readonly string[], changed: Partial<EvidenceEdit> = {}): EvidenceEdit => ({
  indicator: 'pledge_amount',
  kind: 'figure',
  target: '',
  files,
  removed: false,
  ...changed,
})
const attach = (period: Period, edit: EvidenceEdit) => attachEvidence(officer, period, edit)
const evidenceOf = async (period: Period) =>
  (await readDraft(authorize(people.officer, 'draft.read', HOME), period)).evidence
const open = (actor: Actor, id: string) => outcomeOf(() => readFile(authorize(actor, 'file.read', HOME), id))

describe('evidence', () => {
  it('stands behind a figure, a row and an explanation, one file behind several, and belongs to the version', async () => {
    const [one, two] = [await keep('contract'), await keep('certificate')]
    await life.prepare(people.officer, OPEN, fullAnswer())
    await life.addRows(people.officer, OPEN, 'custody_smes', [row('a company')])
    const [added] = (await readDraft(authorize(people.officer, 'draft.read', HOME), OPEN)).rows
    await attach(OPEN, place([one.id, two.id]))
    await attach(OPEN, place([one.id], { indicator: 'pledge_projects' }))
    const ofRow = place([one.id], { indicator: 'custody_smes', kind: 'row', target: added?.id ?? '' })
    await attach(OPEN, ofRow)
    const { outcome } = await readCheck(authorize(people.officer, 'draft.read', HOME), OPEN)
    await life.explain(people.officer, OPEN)
    const found = outcome.open[0]?.finding
    if (found !== undefined)
      await attach(
        OPEN,
        place([two.id], {
          indicator: found.indicator,
          kind: 'explanation',
          target: `${found.rule}/${found.part}`,
        }),
      )
    expect(await open(people.province, one.id)).toBe('notFound')

    await life.certify(people.officer, OPEN)
    await life.submit(people.officer, OPEN)
    const { content, head } = await readSubmittedReport(authorize(people.province, 'report.read', HOME), OPEN)
    expect(content.evidence.length).toBe(found === undefined ? 4 : 5)
    expect(content.evidence).toContainEqual({
      indicator: 'pledge_amount',
      kind: 'figure',
      target: '',
      file: one.id,
      name: 'contract.pdf',
      sha256: one.sha256,
      bytes: one.bytes,
    })
    expect(await open(people.province, one.id)).toBe('done')
    expect(await open(people.farProvince, one.id).catch(String)).toContain('notFound')
    const { rows } = await world.owner.query<{ content: string }>(
      `SELECT content FROM report_version WHERE content_hash = $1`,
      [head.contentHash],
    )
    expect(rows[0]?.content).toContain(`"sha256":"${one.sha256}"`)
  })

  it('can be taken away in the working copy only, while the file and every submitted version stay', async () => {
    const file = await keep('stays')
    const period = '2022Q2'
    await attach(period, place([file.id]))
    const hash = await leadTo('submitted', people.officer, period)
    expect(await outcomeOf(() => attach(period, place([file.id], { removed: true })))).toBe('notEditable')
    await life.giveBack(people.province, HOME, period, hash, [
      { indicator: 'pledge_amount', reason: 'which?' },
    ])
    await attach(period, place([file.id], { removed: true }))
    expect(await evidenceOf(period)).toEqual([])
    const { content } = await readSubmittedReport(authorize(people.officer, 'report.read', HOME), period, 1)
    expect(content.evidence.map((each) => each.file)).toEqual([file.id])
    expect(await open(people.officer, file.id)).toBe('done')
    expect(await outcomeOf(() => attach(period, place([file.id], { indicator: 'custody_smes' })))).toBe(
      'figureNotReturned',
    )
  })

  it('changes what is signed: a certifier who was shown another content cannot sign', async () => {
    const period = '2022Q1'
    const shown = await leadTo('prepared', people.officer, period)
    await attach(period, place([(await keep('late')).id]))
    await life.explain(people.officer, period)
    const certifier = authorize(people.certifier, 'report.certify', HOME)
    const signature = { contentHash: shown, declared: true }
    expect(await outcomeOf(() => certifyReport(certifier, period, signature))).toBe('contentChanged')
  })

  it('attached twice stands there once, and begins a report as a figure would', async () => {
    const file = await keep('twice')
    const period = '2021Q4'
    await attach(period, place([file.id, file.id]))
    await attach(period, place([file.id]))
    expect((await evidenceOf(period)).length).toBe(1)
    const draft = await readDraft(authorize(people.officer, 'draft.read', HOME), period)
    expect(draft.status).toBe('draft')
    const { rows } = await world.owner.query(`SELECT version FROM evidence_link_change WHERE file = $1`, [
      file.id,
    ])
    expect(rows).toEqual([{ version: 1 }])
  })

  it('is refused where there is nothing to stand behind, and more than fifty in one place', async () => {
    const file = await keep('nowhere')
    const period = '2021Q3'
    const unknown = '00000000-0000-7000-8000-0000000000ff'
    const refused: readonly (readonly [EvidenceEdit, string])[] = [
      [place([unknown]), 'fileUnknown'],
      [place([file.id], { indicator: 'nothing' }), 'cellUnknown'],
      [
        place([file.id], { indicator: 'custody_smes', kind: 'row', target: unknown }),
        'evidenceTargetUnknown',
      ],
      [place([file.id], { kind: 'explanation', target: 'jump/' }), 'evidenceTargetUnknown'],
    ]
    for (const [edit, code] of refused) expect(await outcomeOf(() => attach(period, edit))).toBe(code)
    const many: string[] = []
    for (let i = 0; i < 51; i += 1) many.push((await keep(`file ${String(i)}`)).id)
    expect(await outcomeOf(() => attach(period, place(many)))).toBe('evidenceTooMany')
    expect(await evidenceOf(period)).toEqual([])
  })
})
