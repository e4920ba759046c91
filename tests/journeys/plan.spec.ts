import { expect, test } from '../support/portal'

const PLAN = '/cities/920300/plan'
const HEADS = '编号,任务,责任部门,开始日期,完成日期,中央资金（元）,对应绩效指标'

test('a plan is completed by a file, signed, approved and filled with progress and money', async ({
  page,
  portal,
}) => {
  test.setTimeout(240_000)
  const file = (text: string) => ({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await portal.enter(page, 'baisha')
  await page.goto(PLAN)
  await expect(page.getByText('必做任务 4 下面还没有任务')).toBeVisible()
  await page.getByText('上传工作簿', { exact: true }).click()
  const upload = page.getByLabel('选择 .xlsx 或 .csv 文件')
  await upload.setInputFiles(file(`${HEADS}\n4.1,运营平台,市知识产权局,2021-01-01,2020-12-31,1.5,\n`))
  await expect(page.getByRole('cell', { name: /早于开始日期/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /F2 .*1\.5/ })).toBeVisible()
  await upload.setInputFiles(
    file(`${HEADS}\n4.1,运营平台,市知识产权局,2021-01-01,2021-12-31,3000000,regional_platform\n`),
  )
  await expect(page.getByText('已写入：新增 1 项')).toBeVisible()

  await page.context().clearCookies()
  await portal.enter(page, 'baisha-sign')
  await page.goto(PLAN)
  await page.getByRole('button', { name: '签审并上报' }).click()
  await expect(page.getByText('待审批').first()).toBeVisible()

  await page.context().clearCookies()
  await portal.enter(page, 'cnipa')
  await page.goto(PLAN)
  await page.getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('现行', { exact: true })).toBeVisible()
  await page.getByRole('searchbox').fill('运营平')
  await expect(page.getByRole('status').filter({ hasText: '找到 1 项任务' })).toBeVisible()
  await expect(page.getByRole('link', { name: '运营平台' })).toBeVisible()
  await expect(page.getByRole('link', { name: '贯标认证与奖补' })).toHaveCount(0)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: '全部收起' }).click()
  await expect(page.getByRole('link', { name: '运营平台' })).toBeHidden()
  await page.getByRole('button', { name: /展开 4 / }).press('Enter')
  await expect(page.getByRole('link', { name: '运营平台' })).toBeVisible()

  await page.context().clearCookies()
  await portal.enter(page, 'baisha')
  await page.goto(`${PLAN}/tasks/4.1`)
  await page.getByLabel('进展（%）').fill('101')
  await page.getByRole('button', { name: '保存进展' }).click()
  await expect(page.getByText('应为 0 至 100 的整数')).toBeVisible()
  await page.getByLabel('进展（%）').fill('40')
  await page.getByRole('button', { name: '保存进展' }).click()
  await expect(page.getByText('已保存。原来的记录保留。')).toBeVisible()

  await page.goto('/cities/920300/funds')
  await page.getByText('登记收款', { exact: true }).click()
  const receipt = page.locator('form', { has: page.locator('#receipt-yuan') })
  await receipt.getByLabel('日期').fill('2022-09-01')
  await receipt.getByLabel('金额').fill('1,000,000')
  await receipt.getByLabel('用途').fill('首批资金')
  await receipt.getByRole('button', { name: '记入' }).click()
  await expect(receipt.getByText('已记入。')).toBeVisible()
  await page.getByText('记录支出', { exact: true }).click()
  const spending = page.locator('form', { has: page.locator('#spending-yuan') })
  await spending.getByLabel('日期').fill('2022-09-02')
  await spending.getByLabel('金额').fill('800000')
  await spending.getByLabel('任务').selectOption('4.1')
  await spending.getByLabel('用途').fill('支付平台人员工资')
  await spending.getByRole('button', { name: '记入' }).click()
  await expect(spending.getByText('用途中的“工资”属于人员经费等经常性开支')).toBeVisible()
  await spending.getByLabel('用途').fill('平台建设')
  await spending.getByRole('button', { name: '记入' }).click()
  await expect(spending.getByText('已记入。')).toBeVisible()
  await expect(page.getByRole('row', { name: /^中央资金 1,000,000 800,000 200,000 80\.0%/ })).toBeVisible()
})
