import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import { judgedIndicators } from '@/lib/rules'
import { groundsByHand } from '../support/instalments'
import { expect, test, type Portal } from '../support/portal'
import { png } from '../support/sample-files'

const HOME = '/cities/910100/instalment'
const { instalment: said, evaluation, evidence, refusals } = words('zh-CN')

// An evaluation is led from its opening to its seal and beyond by seven people.
test.setTimeout(240_000)
test.use({ actionTimeout: 15_000 })

async function become(page: Page, portal: Portal, login: string): Promise<void> {
  await page.context().clearCookies()
  await portal.enter(page, login)
}

test('the second instalment: proposed by one, worked out by another who sees no amount, decided, and shown of the nation', async ({
  page,
  portal,
}) => {
  await become(page, portal, 'finance')
  await page.goto(HOME)
  await expect(page.getByText(said.cannot(''))).toBeVisible()
  // On a day on which no band table holds, that is said, and nothing but a simulation offered.
  const clock = `DELETE FROM portal_setting WHERE key = 'clock_frozen_at'`
  await portal.query(`INSERT INTO portal_setting VALUES ('clock_frozen_at', '2022-10-07T10:00:00+08:00')`)
  await page.goto('/exposure')
  await expect(page.getByText(said.exposure.unspecified)).toBeVisible()
  const { simulation } = said.exposure
  for (const [name, value] of [
    ['band-1-from', '0'],
    ['band-1-amount', '1000'],
    ['band-2-from', '80'],
    ['band-2-amount', '4000'],
  ] as const)
    await page.locator(`[name="${name}"]`).fill(value)
  await page.getByRole('button', { name: simulation.send }).click()
  await expect(page.getByRole('table', { name: simulation.caption }).getByRole('row')).toHaveCount(3)
  await expect(page.getByText(said.exposure.unspecified)).toBeVisible()
  await portal.query(clock)
  await page.goto('/exposure')
  // What the demonstration decided and paid, by the bands of a document that says of itself what it is.
  const shown = page.getByRole('table', { name: said.exposure.byBandFrom('演示财办〔2022〕20号') })
  await expect(shown).toBeVisible()
  await groundsByHand({ query: async (sql, values) => ({ rows: await portal.query(sql, values) }) }, '910100')

  await page.goto(HOME)
  await expect(page.getByText('25,000,000')).toBeVisible()
  await page.getByRole('button', { name: said.proposeDeed }).click()
  await expect(page.getByText(said.state.proposed).first()).toBeVisible()

  // Neither the page nor anything that is sent with it holds the amount.
  await become(page, portal, 'finance-approve')
  const answer = await page.goto(HOME)
  expect(await answer?.text()).not.toMatch(/25,?000,?000/)
  await page.getByLabel(said.enterLabel).fill('25000000')
  await page.getByRole('button', { name: said.enterDeed }).click()
  await expect(page.getByText(said.state.decided).first()).toBeVisible()
  // The form that said so is gone; the page says it.
  await expect(page.getByRole('status')).toHaveText(said.agreed)

  await page.getByRole('link', { name: said.letter }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.letterOf('1'))
  await expect(page.getByText('25,000,000 元')).toBeVisible()
  const pdf = await page.request.get(`${HOME}/1/paper`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const letter = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), {
    mergePages: true,
  })
  expect(letter.totalPages).toBe(1)
  for (const part of ['关于核定', '2,500万元（人民币贰仟伍佰万元整）', '拟定人', '复核人'])
    expect(letter.text.replace(/\s/g, '')).toContain(part)
  const file = (await (await page.request.get(`${HOME}/1/inputs`)).json()) as { yuan: string }
  expect(file.yuan).toBe('25000000')

  // A payment is recorded once: the form is empty again, and what waits and what is left stand beside it.
  await become(page, portal, 'finance')
  await page.goto(HOME)
  await page.getByText(said.pay, { exact: true }).click()
  const { column, payments } = words('zh-CN').funds
  await expect(page.getByText(payments.payable('25,000,000'))).toBeVisible()
  await page.getByLabel(column.yuan).fill('2500000')
  await page.getByLabel(payments.day).fill('2022-10-11')
  await page.getByLabel(payments.voucher).fill('演示凭证1号')
  await page.getByRole('button', { name: payments.recordSecond }).click()
  await expect(page.getByRole('status')).toHaveText(payments.recorded('2'))
  await expect(page.getByLabel(column.yuan)).toHaveValue('')
  await expect(page.getByText(payments.payable('22,500,000'))).toBeVisible()
  await expect(page.getByText(said.recordedOf('2,500,000'))).toBeVisible()
  await become(page, portal, 'finance-approve')
  await page.goto('/cities/910100/funds')
  await page.getByLabel(payments.remark).fill('金额录入有误')
  await page.getByRole('button', { name: payments.refuseDeed }).click()
  await expect(page.getByText(payments.state.refused, { exact: true })).toBeVisible()
  await expect(page.getByRole('status')).toHaveText(payments.answered('2', payments.state.refused))

  // To its city it is shown, and told.
  await become(page, portal, 'linjiang')
  await page.goto(HOME)
  await expect(page.getByRole('link', { name: said.letter })).toBeVisible()
  await expect(page.getByRole('button', { name: said.reverseDeed })).toHaveCount(0)
  await become(page, portal, 'mof')
  await page.goto('/exposure')
  const band = page.getByRole('table', { name: said.exposure.byBandFrom('演示〔2022〕1号') })
  await expect(band.getByRole('row').nth(2)).toContainText('25,000,000')
  const csv = await (await page.request.get('/exposure/export')).text()
  expect(csv).toContain(said.exposure.secondPending)
})

test('an evaluation, begun as an annual round: stated, visited, read by two who know nothing of each other, settled, sealed by two, shown, opened again', async ({
  page,
  portal,
}) => {
  const [own, desk] = ['/cities/920300/evaluations/annual-1', '/assess/920300/annual-1']
  const as = async (login: string, address: string) => {
    await become(page, portal, login)
    await page.goto(address)
  }
  const press = async (name: string, scope: Page | ReturnType<Page['locator']> = page) => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await scope.getByRole('button', { name, exact: true }).click()
    await answered
  }
  const { make, add, statement, assign, reading, visit, sheet, sample, seal, sealed, carried } = evaluation

  await as('cnipa', '/evaluations')
  await page.getByLabel(make.kind, { exact: true }).selectOption('annual')
  await page.getByLabel(make.name, { exact: true }).fill('2022 年度自评')
  await page.locator('#round-as-of').fill('2022Q2')
  await page.getByLabel(make.closesOn, { exact: true }).fill('2022-12-31')
  await press(make.send)
  await page.goto('/evaluations/annual-1')
  await page.getByLabel('白沙市').check()
  await press(add.send)

  await as('baisha', own)
  for (const label of [statement.achieved, statement.deviations, statement.nextSteps])
    await page.getByLabel(label).fill('按实施方案推进。')
  await press(statement.save)
  await as('baisha-sign', own)
  await press(statement.sign)
  await expect(page.getByText(statement.signed).first()).toBeVisible()

  await as('mof', own)
  const people = { first: '顾明哲', second: '钟晓岚', lead: '罗文斌' } as const
  for (const [duty, name] of Object.entries(people) as [keyof typeof people, string][]) {
    await page.getByLabel(assign.assessor, { exact: true }).selectOption({ label: name })
    await page.getByLabel(assign.duty, { exact: true }).selectOption({ label: assign.duties[duty] })
    await press(assign.send)
    await expect(page.getByRole('button', { name: assign.endOf(name) })).toBeVisible()
  }

  const place = '白沙市知识产权运营中心'
  const read = async (login: string, first: string) => {
    await as(login, desk)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(evaluation.assess.heading('白沙市'))
    await expect(page.getByText(place)).toHaveCount(0)
    for (const [i, code] of judgedIndicators.entries()) {
      const one = page.getByRole('group', { name: indicator(code).zh })
      await one.getByLabel(reading.mark).selectOption(i === 0 ? first : '75')
      await one.getByLabel(reading.reason).fill('查阅台账')
    }
    await press(reading.save)
  }
  await read('assessor', '75')
  await page.getByLabel(visit.place, { exact: true }).fill(place)
  await page.getByLabel(visit.met, { exact: true }).fill('中心负责人')
  await page.getByLabel(visit.note, { exact: true }).fill('大厅已开放。')
  const photo = { name: 'hall.png', mimeType: 'image/png', buffer: png(120, 60, [20, 90, 160]) }
  await page.getByLabel(visit.photosOf(visit.add)).setInputFiles([photo])
  await expect(page.getByRole('button', { name: visit.removeOf(photo.name) })).toBeVisible()
  await press(visit.save)
  await expect(page.getByRole('heading', { name: place })).toBeVisible()
  await page.getByRole('button', { name: evidence.previewOf(photo.name) }).click()
  await expect(page.getByRole('img', { name: photo.name })).toBeVisible()
  await press(reading.handIn)
  await expect(page.getByText(reading.waiting)).toBeVisible()

  await as('baisha', own)
  await expect(page.getByText(evaluation.progress.unsealed)).toBeVisible()
  await expect(page.getByRole('table', { name: sheet.title })).toHaveCount(0)
  await read('assessor-2', '50')
  await press(reading.handIn)
  await expect(page.getByRole('heading', { name: place })).toBeVisible()

  await as('assessor-lead', desk)
  const [differing = 'model_universities'] = judgedIndicators
  await page
    .locator('summary')
    .filter({ hasText: indicator(differing).zh })
    .click()
  await page.locator(`#settle-${differing}`).selectOption('50')
  await page.locator(`#settle-reason-${differing}`).fill('取较低一档')
  await press(reading.settleSend)
  await expect(page.getByText(reading.state.settled, { exact: true })).toBeVisible()
  const open = page.getByRole('table', { name: sheet.title }).getByRole('row').filter({ hasText: sheet.open })
  for (let left = await open.count(); left > 0; left = await open.count()) {
    const name = await open.first().getByRole('rowheader').innerText()
    await page.getByLabel(sheet.indicator, { exact: true }).selectOption({ label: name })
    await page.getByLabel(sheet.percent, { exact: true }).fill('60')
    await page.locator('#override-reason').fill('按现场核查计')
    await press(sheet.send)
    await expect(open).toHaveCount(left - 1)
  }
  // Enter in the box of the seed draws nothing yet: it cannot be undone.
  await page.getByLabel(sample.seed).fill('05 11 17')
  await page.keyboard.press('Enter')
  await expect(page.getByText(refusals.deed.sampleUnconfirmed())).toBeVisible()
  await expect(page.getByLabel(sample.seed)).toHaveValue('05 11 17')
  await page.getByLabel(sample.confirm).check()
  await press(sample.send)
  await expect(page.getByText(sample.again)).toBeVisible()

  await as('cnipa', own)
  await press(seal.sign)
  await expect(page.getByText(seal.waiting)).toBeVisible()
  await as('mof', own)
  await press(seal.second)
  await expect(page.getByText(seal.sealed('1'))).toBeVisible()

  await as('baisha', own)
  await page.getByRole('link', { name: seal.see }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sealed.title('白沙市'))
  await expect(page.getByRole('table', { name: sheet.title })).toBeVisible()
  await expect(page.getByRole('heading', { name: place })).toBeVisible()
  await expect(page.getByText(sample.again)).toBeVisible()

  await as('mof', own)
  await page.locator('#reopen-reason').fill('一项数据已更正')
  await press(seal.reopen)
  await as('assessor', desk)
  await expect(page.getByText(carried.mark('1')).first()).toBeVisible()
  await as('baisha', `${own}/1`)
  await expect(page.getByRole('table', { name: sheet.title })).toBeVisible()
})
